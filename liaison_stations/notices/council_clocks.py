"""The clocks of street congresses: the next meeting, and the opinions on their way."""

from collections.abc import Mapping, Sequence

from deputies.rules import ANSWERING
from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from foundation.deadlines.owed import Owed, register_owed
from foundation.workdays.clock import today
from liaison_stations.models import CouncilOpinion, StreetCongress
from liaison_stations.states.council_opinion import OpinionState

OFFICE = 3
S = OpinionState
# clock, its name, the model it runs on, the rows that still owe it
KINDS: tuple[tuple[str, str, type, Owed], ...] = (
    ("street_meeting", "街道议政代表会会议", StreetCongress, lambda: {"ends_on__gte": today()}),
    ("council_hand", "议事意见交办", CouncilOpinion, {"state": S.RAISED}),
    ("council_answer", "议事意见答复", CouncilOpinion, {"state": S.HANDED}),
    ("council_tell", "议事意见反馈", CouncilOpinion, {"state": S.ANSWERED}),
)


def register_all() -> None:
    """Called once by registration."""
    for key, name, model, owed in KINDS:
        register_owed(key, name, model, owed, recipients=_people)


def _people(clocks: Sequence[Deadline], level: int) -> Mapping[int, set[int]]:
    """Whoever acts for the street or the body; the liaison clerks once it is serious."""
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    if level == OFFICE:
        return {clock.pk: clerks for clock in clocks}
    bodies = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(ANSWERING, bodies, today())
    return {clock.pk: people.get(clock.organisation_id or 0) or clerks for clock in clocks}
