"""What an assignment will mean for each unit, before anything is written: which clock, by which rule, until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from foundation.deadlines.derivation import derive
from foundation.deadlines.models import TimeLimit
from foundation.deadlines.schedule import rule_of
from foundation.workdays.calendar import current_calendar
from suggestions.states import UnitRole

FOR_ANSWERING = ("sign_in", "objection", "first_contact", "reply")
FOR_CO_UNIT = ("sign_in", "objection", "co_opinion")


@dataclass(frozen=True)
class DuePreview:
    """One clock that will run for one unit."""

    unit: Any
    role: str
    limit: TimeLimit
    due: date
    provisional: bool


def preview(units: Iterable[tuple[Any, str]], start: date, *, difficult: bool) -> list[DuePreview]:
    """The clocks of these (unit, role) lines counted from `start`; one query for the limits."""
    limits = {row.key: row for row in TimeLimit.objects.valid_on(start).order_by("valid_from")}
    found = []
    for unit, role in units:
        keys = FOR_CO_UNIT if role == UnitRole.CO else FOR_ANSWERING
        for key in keys:
            limit = limits.get("reply_difficult" if difficult and key == "reply" else key)
            if limit:
                found.append(_counted(unit, role, limit, start))
    return found


def _counted(unit: Any, role: str, limit: TimeLimit, start: date) -> DuePreview:
    derivation = derive(current_calendar(), rule_of(limit), start)
    return DuePreview(unit, UnitRole(role).label, limit, derivation.due, derivation.provisional)
