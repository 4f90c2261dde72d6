"""The clocks of questioning: plan, agreement, remedy, second rectification, review."""

from collections.abc import Mapping, Sequence

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
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


def register_all() -> None:
    """Called once by registration."""
    for key, name, states in KINDS:
        register_owed(key, name, SessionIssue, {"state__in": states}, recipients=_people)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the body or the organiser; the clerks once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation((*ANSWERING, *RUNNING), bodies, today())
    return {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}
