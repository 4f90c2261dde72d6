"""The choice of last year's livelihood projects, on the deputies' own devices: secret, announced, open to checking."""

from collections.abc import Iterator, Sequence

from congress_portal.demo.district import District
from deputies.models import Meeting
from foundation.ballots import slips
from supervision.models import Ballot, ProjectYear
from supervision.transitions import ballots as act
from supervision.transitions import project_votes

PRESENT = 66
YES, NO, NEITHER = "赞成", "反对", "弃权"


def hold(
    district: District, row: ProjectYear, meeting: Meeting | None, days: int, votes: Sequence[tuple[int, int]]
) -> None:
    """Planned by the office, opened in the hall, closed and announced by the chair; `votes` for and against each."""
    clerk, chair = district.users["lianluo1"], district.users["zhuren"]
    held_on = district.at(days).date()
    vote = project_votes.plan_choice(
        row.pk, held_on=held_on, meeting=meeting, mode="secret", by=clerk, at=district.at(days, 9)
    )
    ballot = Ballot.objects.get(project_vote=vote)
    present = list(ballot.electors.select_related("user"))[:PRESENT]
    act.open_ballot(ballot.pk, present=present, by=clerk, at=district.at(days, 15))
    for elector, choices in zip(present, papers(votes, len(present)), strict=True):
        act.cast_vote(
            ballot.pk, choices=choices, token=slips.new_token(), by=elector.user, at=district.at(days, 15, 10)
        )
    act.close_ballot(ballot.pk, by=chair, at=district.at(days, 15, 20))
    act.announce_ballot(ballot.pk, publish=True, by=chair, at=district.at(days, 15, 30))


def papers(votes: Sequence[tuple[int, int]], number: int) -> Iterator[tuple[str, ...]]:
    """So many papers that come to these votes; the marks in favour go round, so that no paper has one too many."""
    columns, begin = [], 0
    for yes, no in votes:
        column = [YES] * yes + [NO] * no + [NEITHER] * (number - yes - no)
        columns.append(column[-begin:] + column[:-begin] if begin else column)
        begin = (begin + yes) % number
    yield from zip(*columns, strict=True)
