"""What is told of interpellations, and their clocks."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import Interpellation
from supervision.notices.matrix import tell
from supervision.rules.house import ANSWERING
from supervision.states.interpellations import ProposalState

# clock, its name, the state in which it is owed
KINDS = (
    ("interpellation_decide", "质询案、专题询问提议处理", ProposalState.RAISED),
    ("interpellation_answer", "质询案答复", ProposalState.ACCEPTED),
)
STATES = {key: state for key, _, state in KINDS}


def initiators(row: Interpellation) -> set[int]:
    found = row.initiators.filter(user__isnull=False).order_by().values_list("user", flat=True)
    return set(found)


def raised(row: Interpellation, *, by: Any, at: datetime) -> None:
    """The clerks bring it to the meeting that decides; whoever raised it knows that it is entered."""
    clerks = people_with(Role.CLERK, on=timezone.localdate(at))
    title = f"{row.get_kind_display()}待决定：{row}"
    tell("proposal_raised", clerks, row, title, by=by, at=at, body=row.question)
    tell("proposal_moved", initiators(row), row, f"已登记：{row}", by=by, at=at)


def accepted(row: Interpellation, *, by: Any, at: datetime) -> None:
    people = people_with(ANSWERING, row.body, on=timezone.localdate(at))
    body = f"{row.get_answer_form_display()}，期限{date_text(row.due_on)}。\n{row.question}"
    tell("proposal_accepted", people, row, f"请答复质询案：{row}", by=by, at=at, body=body)
    tell("proposal_moved", initiators(row), row, f"已交受质询机关答复：{row}", by=by, at=at)


def decided(row: Interpellation, words: str, *, by: Any, at: datetime) -> None:
    title = f"{row.get_kind_display()}的处理：{row}"
    tell("proposal_decided", initiators(row), row, title, by=by, at=at, body=words)


def answered(row: Interpellation, *, by: Any, at: datetime) -> None:
    people = initiators(row) | set(people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True))
    tell("proposal_answered", people, row, f"质询案已答复：{row}", by=by, at=at, body="请联名人评价答复。")


def judged(row: Interpellation, words: str, *, again: bool, by: Any, at: datetime) -> None:
    people = people_with(ANSWERING, row.body, on=timezone.localdate(at))
    title = f"请再作答复：{row}" if again else f"质询案办结：{row}"
    tell("proposal_judged", people, row, title, by=by, at=at, body=words)


def register_clocks() -> None:
    """Called once by registration."""
    for key, name, _ in KINDS:
        register_kind(
            key,
            name=name,
            subject_model=Interpellation,
            recipients=_people,
            message=_words,
            still_due=_still,
            subjects=_rows,
            may_view=lambda user, row: bool(_seen(user, [row])),
            visible_among=_seen,
        )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(ANSWERING, bodies, today()) if level < 3 else {}
    return {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}


def _words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def _still(clocks: Sequence[Deadline]) -> set[int]:
    rows = Interpellation.objects.filter(pk__in={clock.subject_id for clock in clocks})
    states = dict(rows.order_by().values_list("pk", "state"))
    return {clock.pk for clock in clocks if states.get(clock.subject_id) == STATES[clock.kind]}


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
    found = Interpellation.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    found = Interpellation.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True))
