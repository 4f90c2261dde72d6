"""The clocks of questioning: plan, agreement, remedy, second rectification, review."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.registry import register_kind
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import SessionIssue
from supervision.notices.question_sessions import RUNNING
from supervision.rules.house import ANSWERING
from supervision.states.session_issues import IssueState

OFFICE = 3
S = IssueState
BODYS = (S.HANDED, S.PLANNED, S.REMEDY)
# clock, its name, the states in which it is owed
KINDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("question_plan", "问政问题整改方案", (S.HANDED,)),
    ("question_agree", "整改方案商定并公布", (S.PLANNED,)),
    ("question_remedy", "问政问题整改", BODYS),
    ("question_second", "问政问题二次整改", BODYS),
    ("question_redo", "问政问题继续整改", BODYS),
    ("question_review", "问政问题满意度评议", (S.REPORTED,)),
)
STATES = {key: states for key, _, states in KINDS}


def register_all() -> None:
    """Called once by registration."""
    for key, name, _ in KINDS:
        register_kind(
            key,
            name=name,
            subject_model=SessionIssue,
            recipients=_people,
            message=_words,
            still_due=_still,
            subjects=_rows,
            may_view=lambda user, row: bool(_seen(user, [row])),
            visible_among=_seen,
        )


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the body or the organiser; the clerks once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation((*ANSWERING, *RUNNING), bodies, today())
    return {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}


def _words(clock: Deadline, row: Any, light: Light) -> tuple[str, str, str]:
    body = f"{clock.limit.name}，期限{date_text(clock.due_on)}，{light.text}。"
    return f"{clock.limit.name}{light.text}：{row}", body, row.get_absolute_url()


def _still(clocks: Sequence[Deadline]) -> set[int]:
    rows = SessionIssue.objects.filter(pk__in={clock.subject_id for clock in clocks})
    states = dict(rows.order_by().values_list("pk", "state"))
    return {clock.pk for clock in clocks if states.get(clock.subject_id) in STATES[clock.kind]}


def _rows(clocks: Sequence[Deadline]) -> Mapping[int, Any]:
    found = SessionIssue.objects.with_names().in_bulk({clock.subject_id for clock in clocks})
    return {clock.pk: found[clock.subject_id] for clock in clocks if clock.subject_id in found}


def _seen(user: Any, rows: Sequence[Any]) -> set[int]:
    found = SessionIssue.objects.visible_to(user).filter(pk__in={row.pk for row in rows})
    return set(found.order_by().values_list("pk", flat=True))
