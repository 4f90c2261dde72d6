"""The clocks of recalls and by-elections: all on the liaison office, with the leaders once it is serious."""

from collections.abc import Mapping, Sequence

from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import register_owed
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


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    roles = (Role.CLERK, *LEADERS) if level == SERIOUS else (Role.CLERK,)
    people = set(people_with(roles, on=today()).values_list("pk", flat=True))
    return {clock.pk: people for clock in clocks}
