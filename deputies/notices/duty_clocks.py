"""The clock of an objection against a line of the performance file: until the office has answered."""

from collections.abc import Mapping, Sequence
from typing import Any

from deputies.models import DutyObjection
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today


def register_all() -> None:
    """Called once by registration.py."""
    register_kind(
        "duty_objection",
        name="履职记录异议答复",
        subject_model=DutyObjection,
        recipients=_clerks,
        message=_words,
        still_due=_still,
        subjects=_rows,
        may_view=lambda user, row: bool(_seen(user, [row])),
        visible_among=_seen,
    )


def _clerks(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    return {clock.pk: clerks for clock in clocks}


def _words(clock: Deadline, row: DutyObjection, light: Light) -> tuple[str, str, str]:
    body = f"{row.entry.deputy.name}的异议：{row.text}\n请在{date_text(clock.due_on)}前答复。"
    return f"{clock.limit.name}{light.text}：{row.entry.title}", body, row.get_absolute_url()


def _still(clocks: Sequence[Deadline]) -> set[int]:
    rows = DutyObjection.objects.filter(pk__in={clock.subject_id for clock in clocks}).waiting()
    waiting = set(rows.order_by().values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, DutyObjection]:
    found = DutyObjection.objects.select_related("entry__deputy").in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    seen = DutyObjection.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(seen.order_by().values_list("pk", flat=True))
