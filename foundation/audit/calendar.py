"""The working calendar decides every due date, so its changes are events; workdays itself stands below this app."""

from typing import Any

from django.db.models import Model

from foundation.audit.recording import record
from foundation.workdays.clock import now


def calendar_changed(verb: str, obj: Model, by: Any, summary: str) -> None:
    """Hears `foundation.workdays.trail`."""
    record(f"workdays.{verb}", obj, by=by, at=now(), summary=summary, visibility="office")
