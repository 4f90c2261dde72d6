"""The clocks of recalls and by-elections: on the office, with the leaders once it is serious; one on the deputy."""

from collections.abc import Mapping, Sequence

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.lights import Light
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
from foundation.web.chinese import date_text
from foundation.workdays.clock import today
from supervision.models import ByElection, Recall
from supervision.rules.house import LEADERS
from supervision.states.seats import ByElectionState, RecallState

SERIOUS = 3
R, E = RecallState, ByElectionState
# clock, its name, the model it runs on, the states in which it is owed
KINDS: tuple[tuple[str, str, type, tuple[str, ...]], ...] = (
    ("recall_check", "罢免要求审核", Recall, (R.RECEIVED,)),
    ("recall_vote", "罢免要求表决", Recall, (R.ACCEPTED, R.CIRCULATED)),
    ("recall_announce", "罢免结果报告和公告", Recall, (R.PASSED, R.REVIEWED)),
    ("by_election_vote", "补选投票", ByElection, (E.CALLED, E.LISTED)),
    ("by_election_announce", "补选资格审查和公告", ByElection, (E.ELECTED, E.REVIEWED)),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, model, states in KINDS:
        register_owed(key, name, model, {"state__in": states}, recipients=_people)
    owed = {"state": R.ACCEPTED, "defence": ""}
    register_owed("recall_defence", "书面申辩", Recall, owed, recipients=_deputies, message=_right)


def _right(clock: Deadline, recall: Recall, light: Light) -> tuple[str, str, str]:
    """It is his right and no duty: nobody reproaches him."""
    body = f"请在{date_text(clock.due_on)}前提出。以后、印发选民以前仍可以提出；不申辩的，不用办理。"
    return "您可以对罢免要求提出书面申辩", body, recall.get_absolute_url()


def _deputies(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """The deputy himself; the clerks where he has no account, who ask him on paper."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    return {clock.pk: {clock.user_id} if clock.user_id else clerks for clock in clocks}


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    roles = (Role.CLERK, *LEADERS) if level == SERIOUS else (Role.CLERK,)
    people = set(people_with(roles, on=today()).values_list("pk", flat=True))
    return {clock.pk: people for clock in clocks}
