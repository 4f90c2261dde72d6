"""What a ballot on projects came to is taken over when it is announced, void or cancelled."""

from datetime import datetime
from typing import Any

from foundation.workflow import after, lock
from supervision.models import Ballot, ProjectVote
from supervision.states.project_vote import VoteState
from supervision.transitions.ballot_results import papers_in
from supervision.transitions.project_votes import conclude, lines_of, settle

VERB = "take_project_ballot"
FIGURES = ("present", "issued", "returned")


@after("supervision.announce_ballot")
def take_votes(ballot: Ballot, *, by: Any, at: datetime) -> None:
    """Each project's votes, then who is chosen, tied, struck off."""
    vote = _waiting(ballot)
    if vote is None:
        return
    found = {line.target_id: line for line in ballot.lines.all()}
    lines = lines_of(vote)
    for line in lines:
        line.ballot_line = found[str(line.project_id)]
        line.bump("ballot_line")
    vote.present, vote.issued = ballot.present, ballot.electronic_voters + ballot.papers_issued
    vote.returned = papers_in(ballot)
    settle(VERB, vote, lines, *FIGURES, by=by, at=at)


@after("supervision.void_ballot")
@after("supervision.annul_ballot")
@after("supervision.cancel_ballot")
def take_void(ballot: Ballot, *, by: Any, at: datetime) -> None:
    """Nothing was decided: another vote may be arranged."""
    if vote := _waiting(ballot):
        vote.explanation = ballot.end_reason
        conclude(VERB, vote, VoteState.VOID, by=by, at=at)


def _waiting(ballot: Ballot) -> ProjectVote | None:
    vote = ProjectVote.objects.filter(ballot=ballot, state=VoteState.PLANNED).first()
    return lock(ProjectVote, vote) if vote else None
