"""What a closed ballot came to, line by line, and the file from which anyone counts it again (F46)."""

import hashlib
import json
from collections import Counter
from typing import Any

from foundation.ballots import Papers, Rule, electronic, tally
from foundation.ballots.models import ElectronicBallot
from foundation.ballots.terms import Clause
from supervision.models import Ballot, BallotBody, BallotLine, PaperReading
from supervision.states.ballots import BallotMode, ReadingState
from supervision.transitions import ballot_weighing as weighing

FORMAT = "ballot-record/1"
RESULT = ("votes", "invalid", "stands", "outcome", "score", "shares", "alerts", "formula")


def count(ballot: Ballot) -> list[BallotLine]:
    """Writes the result of every line: electronic and paper votes together, by the one rule. Answers the lines."""
    lines, terms = list(ballot.lines.all()), ballot.rule.terms()
    reading = reading_of(ballot)
    if ballot.weighed:
        weighing.count(ballot, lines, terms, reading)
        BallotLine.objects.bulk_update(lines, (*RESULT, "by_body"))
        return lines
    voted = electronic.counts(ballot.electronic) if ballot.electronic else [Counter() for _ in lines]
    returned = papers_in(ballot)
    for place, line in enumerate(lines):
        line.ballot = ballot
        given: dict[str, Any] = reading.figures[place] if reading else {"votes": {}, "invalid": 0}
        line.votes = {grade: voted[place][grade] + given["votes"].get(grade, 0) for grade in terms.grades}
        line.invalid = voted[place][""] + given["invalid"]
        _decide(line, terms, ballot, returned)
    BallotLine.objects.bulk_update(lines, RESULT)
    return lines


def papers_in(ballot: Ballot) -> int:
    """How many papers came in, on devices and as two people counted them."""
    reading = reading_of(ballot)
    return sum(box.papers or 0 for box in ballot.boxes) + (reading.returned if reading else 0)


def reading_of(ballot: Ballot) -> PaperReading | None:
    """The papers as two people found them alike."""
    return ballot.readings.filter(state=ReadingState.AGREED).first()


def papers_of(ballot: Ballot, line: BallotLine, returned: int) -> Papers:
    """The figures of a line for the arithmetic."""
    issued = ballot.electronic_voters + ballot.papers_issued
    return Papers(ballot.present or 0, issued, returned, line.votes, line.invalid or 0, ballot.all_members)


def record_of(ballot: Ballot, lines: list[BallotLine]) -> tuple[str, str]:
    """The published file as text, and its SHA-256."""
    text = json.dumps(_record(ballot, lines), ensure_ascii=False, indent=1)
    return text, hashlib.sha256(text.encode()).hexdigest()


def _decide(line: BallotLine, terms: Rule, ballot: Ballot, returned: int) -> None:
    result = tally(terms, papers_of(ballot, line, returned))
    line.stands, line.outcome, line.score = result.stands, result.outcome, result.score
    line.shares = {grade: str(share) for grade, share in result.shares.items()}
    line.alerts, line.formula = list(result.alerts), result.formula


def _record(ballot: Ballot, lines: list[BallotLine]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "format": FORMAT,
        "ballot": ballot.pk,
        "topic": ballot.topic,
        "meeting": str(ballot.meeting or ""),
        "held_on": ballot.held_on.isoformat(),
        "mode": ballot.mode,
        "rule": _rule(ballot),
        "all_members": ballot.all_members,
        "present": ballot.present,
        "issued": {"electronic": ballot.electronic_voters, "paper": ballot.papers_issued},
        "lines": [line.name for line in lines],
    }
    reading = reading_of(ballot)
    if ballot.weighed:
        found["bodies"] = [_body(ballot, body, place, reading, len(lines)) for place, body in enumerate(ballot.weighed)]
    else:
        found["electronic"] = _electronic(ballot, ballot.electronic, len(lines))
        found["paper"] = {"returned": reading.returned, "lines": reading.figures} if reading else None
    found["results"] = [_result(line) for line in lines]
    return found


def _body(ballot: Ballot, body: BallotBody, place: int, reading: PaperReading | None, lines: int) -> dict[str, Any]:
    """One body of a weighted ballot, in the shape of a ballot of one."""
    return {
        "name": body.name,
        "weight": body.weight,
        "all_members": body.all_members,
        "present": body.present,
        "issued": {"electronic": body.electronic_voters, "paper": body.papers_issued},
        "electronic": _electronic(ballot, body.electronic, lines),
        "paper": reading.figures[place] if reading and body.papers_issued else None,
    }


def _electronic(ballot: Ballot, held: ElectronicBallot | None, lines: int) -> dict[str, Any] | None:
    """Slips of each line in the order of their random numbers, and apart from them the receipts, sorted."""
    if held is None:
        return None
    slips: list[list[str]] = [[] for _ in range(lines)]
    for line, choice in electronic.choices_of(held):
        slips[line].append(choice)
    facts: dict[str, Any] = {"papers": held.papers, "slips": slips}
    if ballot.mode == BallotMode.SECRET:
        return facts | {"receipts": held.receipts}
    names = held.voters.filter(paper__isnull=False).values_list("user__name", "paper__choices")
    return facts | {"named": [{"name": name, "choices": choices} for name, choices in names]}


def _rule(ballot: Ballot) -> dict[str, Any]:
    terms = ballot.rule.terms()
    quorum = terms.quorum
    return {
        "name": ballot.rule.name,
        "text": ballot.rule_text,
        "base": terms.base.value,
        "grades": list(terms.grades),
        "uncounted": list(terms.uncounted),
        "clauses": [_clause(clause) for clause in terms.clauses],
        "otherwise": terms.otherwise,
        "alerts": [_clause(clause) for clause in terms.alerts],
        "groups": [[group.name, group.weight] for group in terms.groups],
        "scores": {grade: str(points) for grade, points in terms.scores},
        "quorum": [quorum.numerator, quorum.denominator, terms.quorum_sign.value] if quorum is not None else None,
        "least_present": terms.least_present,
    }


def _clause(clause: Clause) -> dict[str, Any]:
    share = [clause.share.numerator, clause.share.denominator]
    points = None if clause.points is None else str(clause.points)
    return {
        "outcome": clause.outcome,
        "grades": list(clause.grades),
        "sign": clause.sign.value,
        "share": share,
        "points": points,
    }


def _result(line: BallotLine) -> dict[str, Any]:
    facts = {name: getattr(line, name) for name in ("name", "votes", "invalid", "stands", "outcome", "shares")}
    facts |= {"alerts": line.alerts, "score": None if line.score is None else str(line.score), "formula": line.formula}
    return facts | ({"bodies": line.by_body} if line.by_body else {})
