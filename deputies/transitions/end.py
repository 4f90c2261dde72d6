from datetime import date, datetime
from typing import Any

from deputies import rules
from deputies.models import Mandate
from deputies.transitions._status import change_status


def end(
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
    """Ends a mandate on one of the grounds of 代表法 62, announced under 63. It cannot be taken up again.

    Refused: not a keeper of the register, already ended, no statutory reason, a date to come, no announcement.
    """
    return change_status(
        "end",
        pk,
        rules.may_end,
        by=by,
        at=at,
        version=version,
        reason=reason,
        effective_on=effective_on,
        announcement_no=announcement_no,
        announced_on=announced_on,
        note=note,
    )
