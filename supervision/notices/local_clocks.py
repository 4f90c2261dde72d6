"""The clocks of street committees and presidiums: the next meeting, the plan of the year, its report."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import LocalBody, LocalYear
from supervision.states.local import LocalYearState

OFFICE = 3
# clock, its name, the model it runs on, the states in which it is owed (none: while the house is at work)
KINDS: tuple[tuple[str, str, type, tuple[str, ...]], ...] = (
    ("local_street_meeting", "人大街道工委会议", LocalBody, ()),
    ("local_presidium_meeting", "乡镇人大主席团会议", LocalBody, ()),
    ("local_plan", "乡镇街道人大年度计划", LocalYear, (LocalYearState.DRAFT,)),
    ("local_report", "乡镇街道人大年终报告", LocalYear, (LocalYearState.FILED,)),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, model, states in KINDS:
        register_kind(
            key,
            name=name,
            subject_model=model,
            recipients=_people,
            message=_words,
            still_due=_still(model, states),
            subjects=_rows(model),
            may_view=lambda user, row: bool(_seen(user, [row])),
            visible_among=_seen,
        )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The clerks of the house; the district's clerks once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    houses = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(Role.TOWNSHIP_CLERK, houses, today())
    return {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}


def _words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def _still(model: Any, states: Sequence[str]) -> Callable[[Sequence[Deadline]], set[int]]:
    def still_due(clocks: Sequence[Deadline]) -> set[int]:
        rows = model.objects.filter(pk__in={clock.subject_id for clock in clocks})
        rows = rows.filter(state__in=states) if states else rows.filter(organisation__is_active=True)
        waiting = set(rows.order_by().values_list("pk", flat=True))
        return {clock.pk for clock in clocks if clock.subject_id in waiting}

    return still_due


def _rows(model: Any) -> Callable[[Sequence[Deadline]], Mapping[int, Any]]:
    def rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
        found = model.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
        return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}

    return rows


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    if not rows:
        return set()
    found = type(rows[0]).objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True))
