"""What a line of a list shows besides its own columns: the units and the most urgent light; one query a page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from foundation.deadlines.api import light
from foundation.deadlines.models import Deadline
from foundation.statements.bundle import KEYS, Bundle, by
from suggestions.models import Assignment, Suggestion
from suggestions.states import UnitRole

# What a light is made of.
OF_CLOCK = (
    *("subject_type", "subject_id", "organisation", "due_on", "yellow_on", "orange_on", "provisional", "paused_on"),
    *("met_on", "met_at", "cancelled_at", "limit__name", "limit__is_window"),
)


def _clocks_on(model: type[Model], keys: Any) -> tuple[QuerySet, tuple[str, ...]]:
    """Open clocks on the rows `keys` of `model`; windows are no duty and stay out."""
    clocks = Deadline.objects.open().upon(model, keys).filter(limit__is_window=False)
    return clocks.select_related("limit").only(*OF_CLOCK), ()


_PARTS = Assignment.objects.active().filter(suggestion__in=KEYS)
BESIDES = Bundle(
    {
        "parts": (_PARTS.select_related("unit").only("suggestion", "role", "unit__name", "unit__short_name"), ()),
        "own_clocks": _clocks_on(Suggestion, KEYS),
        "part_clocks": _clocks_on(Assignment, _PARTS.values("pk")),
    }
)
FIRST = {UnitRole.LEAD: 0, UnitRole.SEPARATE: 1, UnitRole.CO: 2}


def decorate(rows: Sequence[Suggestion], on: date, *, units: set[int] | None = None) -> None:
    """Sets `parts` (active assignments), `units_text` and `clock` (the open clock due first, with `light`).

    With `units` only the clocks of these organisations count: a unit is shown its own duty.
    """
    if not rows:
        return
    found = BESIDES.fetch(keys=[row.pk for row in rows])
    own, of_parts = (_earliest(found[name], units) for name in ("own_clocks", "part_clocks"))
    parts = by("suggestion_id", found["parts"])
    for row in rows:
        row.parts = sorted(parts[row.pk], key=lambda part: (FIRST[part.role], part.pk))
        row.units_text = "、".join(_unit_text(part) for part in row.parts)
        mine = [own.get(row.pk), *(of_parts.get(part.pk) for part in row.parts)]
        row.clock = min((clock for clock in mine if clock), key=lambda clock: clock.due_on, default=None)
        if row.clock:
            row.clock.light = light(row.clock, on)


def _unit_text(part: Assignment) -> str:
    return part.unit.label if part.role != UnitRole.CO else f"{part.unit.label}（会办）"


def _earliest(clocks: Sequence[Deadline], units: set[int] | None) -> dict[int, Deadline]:
    """The clock that is due first on each object, by its key."""
    counted = [clock for clock in clocks if units is None or clock.organisation_id in units]
    return {clock.subject_id: clock for clock in sorted(counted, key=lambda clock: clock.due_on, reverse=True)}
