"""What is told of the performance file."""

from datetime import datetime
from typing import Any

from deputies.models import DutyEntry
from deputies.notices.telling import tell


def duty_struck(entry: DutyEntry, *, by: Any, at: datetime) -> None:
    """The deputy, with the reason."""
    title = f"一条履职记录已撤销：{entry.title}"
    tell("duty_struck", [entry.deputy.user_id], entry, title, by=by, at=at, body=entry.reason)
