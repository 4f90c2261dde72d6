"""The result of a ballot whose rule weighs several bodies, each counted by itself."""

from collections import Counter
from typing import Any

from foundation.ballots import Papers, Rule, electronic, weigh
from supervision.models import Ballot, BallotBody, BallotLine, PaperReading
from supervision.states.ballots import BallotMode

TOO_FEW = (
    "{}只收到{}{}张，少于办法规定的每个主体{}张，公布会使人看出是谁怎样投的票，没有计票。本次测评无效，请重新组织。"
)


def count(ballot: Ballot, lines: list[BallotLine], terms: Rule, reading: PaperReading | None) -> None:
    """Writes the result into the lines; none of them stands where a body came with too few papers to stay secret."""
    voted = [_electronic(body, len(lines)) for body in ballot.weighed]
    if words := too_few(ballot, reading):
        for line in lines:
            line.stands, line.formula = False, words
        return
    for place, line in enumerate(lines):
        line.ballot = ballot
        line.by_body = [
            _row(body, terms, voted[number][place], _given(reading, number, place), _returned(body, reading, number))
            for number, body in enumerate(ballot.weighed)
        ]
        _decide(line, terms, ballot)


def too_few(ballot: Ballot, reading: PaperReading | None) -> str:
    """Why a secret ballot may not be counted body by body; empty when it may, and for a ballot by name."""
    least = ballot.rule.least_circle
    if ballot.mode == BallotMode.NAMED:
        return ""
    for number, body in enumerate(ballot.weighed):
        ways = {"电子票": (body.electronic.papers or 0) if body.electronic else 0}
        ways["纸质票"] = reading.figures[number]["returned"] if reading else 0
        for way, papers in ways.items():
            if 0 < papers < least:
                return TOO_FEW.format(body.name, way, papers, least)
    return ""


def _electronic(body: BallotBody, lines: int) -> list[Counter[str]]:
    return electronic.counts(body.electronic) if body.electronic else [Counter() for _ in range(lines)]


def _given(reading: PaperReading | None, number: int, place: int) -> dict[str, Any]:
    return reading.figures[number]["lines"][place] if reading else {"votes": {}, "invalid": 0}


def _returned(body: BallotBody, reading: PaperReading | None, number: int) -> int:
    papers = reading.figures[number]["returned"] if reading else 0
    return papers + ((body.electronic.papers or 0) if body.electronic else 0)


def _row(body: BallotBody, terms: Rule, voted: Counter[str], given: dict[str, Any], returned: int) -> dict[str, Any]:
    votes = {grade: voted[grade] + given["votes"].get(grade, 0) for grade in terms.grades}
    return {"name": body.name, "votes": votes, "invalid": voted[""] + given["invalid"], "returned": returned}


def _decide(line: BallotLine, terms: Rule, ballot: Ballot) -> None:
    line.votes = {grade: sum(row["votes"][grade] for row in line.by_body) for grade in terms.grades}
    line.invalid = sum(row["invalid"] for row in line.by_body)
    papers = {
        row["name"]: Papers(
            body.present or 0,
            body.electronic_voters + body.papers_issued,
            row["returned"],
            row["votes"],
            row["invalid"],
            body.all_members,
        )
        for body, row in zip(ballot.weighed, line.by_body, strict=True)
    }
    result = weigh(terms, papers)
    line.stands, line.outcome, line.score = result.stands, result.outcome, result.score
    line.shares = {grade: str(share) for grade, share in result.shares.items()}
    line.alerts, line.formula = list(result.alerts), result.formula
