from datetime import date, datetime
from typing import Any

from deputies import rules
from deputies.models import Mandate
from deputies.transitions._status import change_status


def suspend(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    reason: str,
    effective_on: date,
    announcement_no: str,
    announced_on: date | None,
    note: str = "",
    version: int | None = None,
) -> Mandate:
    """Suspends the exercise of a mandate (代表法 61).

    Refused: not a keeper of the register, not serving, no statutory reason, a date to come, no announcement.
    """
    return change_status(
        "suspend",
        pk,
        rules.may_suspend,
        by=by,
        at=at,
        version=version,
        reason=reason,
        effective_on=effective_on,
        announcement_no=announcement_no,
        announced_on=announced_on,
        note=note,
    )
