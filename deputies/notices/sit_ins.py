"""What is told of applications to sit in."""

from datetime import datetime
from typing import Any

from deputies.models import SitInApplication
from deputies.notices.matrix import tell
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role


def sit_in_asked(row: SitInApplication, *, by: Any, at: datetime) -> None:
    """The liaison clerks."""
    clerks = people_with(Role.CLERK, on=at.date())
    tell("sit_in_asked", clerks, row, f"列席申请待安排：{row.deputy.name}代表", by=by, at=at, body=row.text)


def sit_in_declined(row: SitInApplication, *, by: Any, at: datetime) -> None:
    body = f"理由：{row.answer}\n可以申请列席以后的会议。"
    tell("sit_in_declined", [row.deputy.user_id], row, f"这次未安排您列席{row.meeting}", by=by, at=at, body=body)
