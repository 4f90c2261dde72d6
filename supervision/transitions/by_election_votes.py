"""A turn of voting in a by-election: counted, void, or leading to the next turn."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation.ballots.wording import percent_text
from foundation.workflow import Refused, lock
from supervision.models import ByElection, ByElectionVote, CandidateVotes, SeatCandidate, SeatReading, SeatStandard
from supervision.notices import seats as notices
from supervision.rules import seats as rules
from supervision.rules.seat_counting import Elected, elected, turnout_reached
from supervision.states.ballots import ReadingState
from supervision.states.seats import SeatStandardCode, VoteKind
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.by_elections import finish_voting
from supervision.transitions.recall_votes import check_papers
from supervision.transitions.recalls import past
from supervision.transitions.seat_readings import read

C = SeatStandardCode


def turn_of(election: ByElection) -> tuple[str, int]:
    """Which turn comes next, and for how many places."""
    left = election.places - election.candidates.filter(elected_on__isnull=False).count()
    if election.candidates.to_vote_on().filter(tied=True).exists():
        return VoteKind.TIED, left
    counted = election.votes.filter(void_reason="").exists()
    return (VoteKind.AGAIN if counted else VoteKind.FIRST), left


@transaction.atomic
def count_by_election(
    pk: Any,
    *,
    held_on: date,
    voters: int,
    issued: int,
    returned: int,
    invalid: int,
    others: int,
    votes: Mapping[int, int],
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ByElectionVote | SeatReading:
    """`votes` by key of candidate. A turnout too low makes the turn void; too few elected, or equals, lead to another.

    Entered by two people, each for himself: the first one's figures wait, only the same ones of the second count.
    Refused: papers and votes that do not fit one another.
    """
    election = lock(ByElection, pk, version=version)
    rules.may_count_by_election(by, election, on=day_of(at)).require()
    _check_day(election, held_on, at)
    check_papers(voters, issued, returned)
    if invalid > returned:
        raise Refused(f"废票不能多于收回票数（{returned}票）。", "input", field="invalid")
    kind, left = turn_of(election)
    standing = list(election.candidates.to_vote_on())
    _check_votes(standing, votes, others, returned - invalid, left)
    counts = {"voters": voters, "issued": issued, "returned": returned, "invalid": invalid, "others": others}
    reading = read(election, {"held_on": held_on, **counts, "votes": votes}, by=by, at=at)
    if reading.state != ReadingState.AGREED:
        return reading
    facts = {"kind": kind, "places": left, "held_on": held_on, "by": by, "at": at}
    percent = SeatStandard.amount_on(C.TURNOUT, held_on)
    if not turnout_reached(issued, voters, percent):
        reason = f"参加投票{issued}人，没有超过全体选民{voters}人的{percent_text(percent)}"
        return _void(election, reason, counts, facts)
    found = elected(
        votes,
        left,
        issued,
        returned,
        kind=kind,
        percent=SeatStandard.amount_on(C.ELECTED, held_on),
        part=SeatStandard.amount_on(C.AGAIN, held_on),
    )
    outcome = _words(standing, found, left)
    vote = ByElectionVote.objects.create(by_election=election, outcome=outcome, **counts, **facts)
    CandidateVotes.objects.bulk_create(
        CandidateVotes(vote=vote, candidate=row, votes=votes[row.pk], is_elected=row.pk in found.winners)
        for row in standing
    )
    _settle(standing, found, held_on)
    if len(found.winners) == left:
        finish_voting(election, "elect_deputies", on=held_on, by=by, at=at)
    else:
        election.bump()
    note("count_by_election", election, outcome, by=by, at=at)
    notices.by_election_moved(election, outcome, by=by, at=at)
    return vote


def _check_votes(standing: list[SeatCandidate], votes: Mapping[int, int], others: int, valid: int, places: int) -> None:
    if {row.pk for row in standing} != set(votes):
        raise Refused("请填写每位候选人的得票。", "input")
    if over := next((row for row in standing if votes[row.pk] > valid), None):
        raise Refused(f"{over}得票不能多于有效票（{valid}票）。", "input", field=f"votes_{over.pk}")
    total = sum(votes.values()) + others
    if total > valid * places:
        words = f"各项得票合计{total}，多于{valid}张有效票最多可以选的{valid * places}，请核对。"
        raise Refused(words, "input", field="others")


def _settle(standing: list[SeatCandidate], found: Elected, held_on: date) -> None:
    """Equals stand alone in the next turn."""
    for row in standing:
        row.elected_on = held_on if row.pk in found.winners else None
        row.tied = row.pk in found.tied
        row.bump("elected_on", "tied")


def _words(standing: list[SeatCandidate], found: Elected, places: int) -> str:
    names = {row.pk: row.name for row in standing}
    words = f"{'、'.join(names[pk] for pk in found.winners)}当选" if found.winners else "没有候选人当选"
    if found.tied:
        return f"{words}；{'、'.join(names[pk] for pk in found.tied)}得票相等，须再次投票。"
    return f"{words}。" if len(found.winners) == places else f"{words}，缺额{places - len(found.winners)}名须另行选举。"


def _void(election: ByElection, reason: str, counts: dict[str, Any], facts: dict[str, Any]) -> ByElectionVote:
    outcome = f"选举无效：{reason}，须重新组织投票。"[:300]
    vote = ByElectionVote.objects.create(by_election=election, void_reason=reason, outcome=outcome, **counts, **facts)
    election.bump()
    note("void_by_election_vote", election, outcome, by=facts["by"], at=facts["at"])
    notices.by_election_moved(election, outcome, by=facts["by"], at=facts["at"])
    return vote


@transaction.atomic
def void_by_election_vote(
    pk: Any,
    *,
    held_on: date,
    voters: int,
    issued: int,
    returned: int,
    reason: str,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> ByElectionVote:
    """A turn that does not count, as when more papers came back than were given out."""
    election = lock(ByElection, pk, version=version)
    rules.may_void_by_election_vote(by, election, on=day_of(at)).require()
    _check_day(election, held_on, at)
    why = filled(reason, "请写明投票无效的理由。", "reason").rstrip("。")[:200]
    kind, left = turn_of(election)
    counts = {"voters": voters, "issued": issued, "returned": returned}
    return _void(election, why, counts, {"kind": kind, "places": left, "held_on": held_on, "by": by, "at": at})


def _check_day(election: ByElection, held_on: date, at: datetime) -> None:
    past(held_on, at, "held_on")
    if election.listed_on and held_on < election.listed_on:
        raise Refused("投票日期不能早于候选人名单公布的日期。", "input", field="held_on")
