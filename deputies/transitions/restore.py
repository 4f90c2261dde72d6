from datetime import date, datetime
from typing import Any

from deputies import rules
from deputies.models import Mandate
from deputies.transitions._status import change_status


def restore(
    pk: Any,
    *,
    by: Any,
    at: datetime,
    effective_on: date,
    announcement_no: str,
    announced_on: date | None,
    note: str = "",
    version: int | None = None,
) -> Mandate:
    """Restores a suspended mandate once its ground has gone (代表法 61).

    Refused: not a keeper of the register, not suspended, a date to come or before the suspension, no announcement.
    """
    return change_status(
        "restore",
        pk,
        rules.may_restore,
        by=by,
        at=at,
        version=version,
        effective_on=effective_on,
        announcement_no=announcement_no,
        announced_on=announced_on,
        note=note,
    )
