"""What a line of a list shows besides its own columns: the units and the most urgent light; two queries a page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from foundation.deadlines.api import light
from foundation.deadlines.models import Deadline
from suggestions.models import Assignment, Suggestion
from suggestions.states import UnitRole

# What a light is made of.
OF_CLOCK = (
    *("subject_type", "subject_id", "due_on", "yellow_on", "orange_on", "provisional", "paused_on"),
    *("met_on", "met_at", "cancelled_at", "limit__name", "limit__is_window"),
)
FIRST = {UnitRole.LEAD: 0, UnitRole.SEPARATE: 1, UnitRole.CO: 2}


def decorate(rows: Sequence[Suggestion], on: date, *, units: set[int] | None = None) -> None:
    """Sets `parts` (active assignments), `units_text` and `clock` (the open clock due first, with `light`).

    With `units` only the clocks of these organisations count: a unit is shown its own duty.
    """
    shown = (
        Assignment.objects.active().select_related("unit").only("suggestion", "role", "unit__name", "unit__short_name")
    )
    parts = list(shown.filter(suggestion__in=[row.pk for row in rows]).order_by())
    clocks = _clocks(rows, parts, units)
    for row in rows:
        row.parts = sorted((p for p in parts if p.suggestion_id == row.pk), key=lambda p: (FIRST[p.role], p.pk))
        row.units_text = "、".join(_unit_text(part) for part in row.parts)
        mine = [clocks.get(("suggestion", row.pk)), *(clocks.get(("assignment", part.pk)) for part in row.parts)]
        row.clock = min((clock for clock in mine if clock), key=lambda clock: clock.due_on, default=None)
        if row.clock:
            row.clock.light = light(row.clock, on)


def _unit_text(part: Assignment) -> str:
    return part.unit.label if part.role != UnitRole.CO else f"{part.unit.label}（会办）"


def _clocks(rows: Sequence[Any], parts: Sequence[Any], units: set[int] | None) -> dict[tuple[str, int], Deadline]:
    """The earliest open clock of each suggestion and assignment; windows are no duty and stay out."""
    kinds = ContentType.objects.get_for_models(Suggestion, Assignment)
    wanted = Q(subject_type=kinds[Suggestion], subject_id__in=[row.pk for row in rows])
    wanted |= Q(subject_type=kinds[Assignment], subject_id__in=[part.pk for part in parts])
    found = Deadline.objects.open().filter(wanted, limit__is_window=False).select_related("limit").only(*OF_CLOCK)
    if units is not None:
        found = found.filter(organisation__in=units)
    names = {kinds[Suggestion].pk: "suggestion", kinds[Assignment].pk: "assignment"}
    earliest: dict[tuple[str, int], Deadline] = {}
    for clock in found.order_by("-due_on"):
        earliest[names[clock.subject_type_id], clock.subject_id] = clock
    return earliest
