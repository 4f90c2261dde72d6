"""The clocks of answers that deputies are owed: on the reception day's matters, and from a circle."""

from collections.abc import Mapping, Sequence
from typing import Any

from deputies.models import CircleMatter, RaisedMatter
from deputies.states.circle import MatterState
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today

DUTY, HEAD = 1, 2


def register_all() -> None:
    """Called once by registration.py."""
    register_kind(
        "raised_answer",
        name="代表接待日意见答复",
        subject_model=RaisedMatter,
        recipients=_receivers,
        still_due=_unanswered,
        subjects=_raised,
        message=_words,
        may_view=_may_view,
        visible_among=_seen,
    )
    register_kind(
        "circle_answer",
        name="专业代表小组咨询答复",
        subject_model=CircleMatter,
        recipients=_circle,
        still_due=_open,
        subjects=_matters,
        message=_words,
        may_view=_may_view,
        visible_among=_seen,
    )


def _receivers(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Who received the deputies or planned the forum; the liaison clerks before it is late, then the leaders."""
    rows = RaisedMatter.objects.filter(pk__in={clock.subject_id for clock in clocks}).order_by("pk")
    people: dict[int, set[int]] = {clock.subject_id: {clock.user_id} for clock in clocks if clock.user_id}
    for matter, receiver in rows.values_list("pk", "activity__reception__receivers"):
        people.setdefault(matter, set()).update({receiver} - {None})
    roles = () if level == DUTY else (Role.CLERK,) if level == HEAD else (Role.CLERK, Role.CHAIR, Role.VICE_CHAIR)
    more = set(people_with(roles, on=today()).values_list("pk", flat=True)) if roles else set()
    return {clock.pk: people.get(clock.subject_id, set()) | more for clock in clocks}


def _circle(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The deputies of the circle; once it is late also who asked, and the liaison clerks, who find somebody else."""
    matters = CircleMatter.objects.in_bulk({clock.subject_id for clock in clocks})
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True)) if level > HEAD else set()
    found: dict[int, set[int]] = {}
    for clock in clocks:
        matter = matters[clock.subject_id]
        people: set[int | None] = set(matter.circle.places.on(today()).values_list("deputy__user", flat=True))
        asked: set[int | None] = {matter.deputy.user_id}
        heard = people | asked if clerks else people - asked
        found[clock.pk] = {person for person in heard if person} | clerks
    return found


def _words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def _unanswered(clocks: Sequence[Deadline]) -> set[int]:
    return _of(clocks, RaisedMatter.objects.open())


def _open(clocks: Sequence[Deadline]) -> set[int]:
    return _of(clocks, CircleMatter.objects.filter(state=MatterState.OPEN, answers=None))


def _of(clocks: Sequence[Deadline], rows: Any) -> set[int]:
    waiting = set(rows.filter(pk__in={clock.subject_id for clock in clocks}).order_by().values_list("pk", flat=True))
    return {clock.pk for clock in clocks if clock.subject_id in waiting}


def _raised(clocks: Sequence[Deadline]) -> Mapping[int, RaisedMatter]:
    return _by_clock(clocks, RaisedMatter.objects.select_related("deputy", "activity"))


def _matters(clocks: Sequence[Deadline]) -> Mapping[int, CircleMatter]:
    return _by_clock(clocks, CircleMatter.objects.with_names())


def _by_clock(clocks: Sequence[Deadline], rows: Any) -> dict[int, Any]:
    found = rows.in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _may_view(user: Any, row: Any) -> bool:
    return bool(_seen(user, [row]))


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    if not rows:
        return set()
    seen = type(rows[0])._default_manager.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(seen.order_by().values_list("pk", flat=True))
