"""An electronic ballot from its opening to its close. Whose business it is, and whether it stands, the room says.

Everybody who casts, and whoever closes, takes the lock of the ballot's row: a vote is in before the close, or refused.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from foundation.audit import record
from foundation.ballots import slips
from foundation.ballots.models import (
    BallotBox,
    BoxKey,
    ElectronicBallot,
    NamedPaper,
    SecretSlip,
    Voter,
    VoterMark,
)
from foundation.vault.sealing import new_secret
from foundation.workflow import Refused, lock

CLOSED = "表决已经结束，您的这次提交没有计入。"
NOT_ON_THE_ROLL = "您不在这次电子表决的名册上，请联系会务工作人员。"
IN_PERSON = "表决由本人办理，不能由代理人代投。"
TWICE = "您已经投过票，每人只计一票；这次提交没有计入，先前的一票仍然有效。"
TOKEN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Receipt:
    """What the voter gets: the code ("" in an open ballot), and whether the vote had been counted before."""

    code: str
    again: bool = False


@dataclass(frozen=True)
class Limit:
    """At most `most` lines of a paper may have the grade."""

    grade: str
    most: int


@transaction.atomic
def open_ballot(
    topic: str,
    *,
    lines: Sequence[str],
    grades: Sequence[str],
    voters: Iterable[Any],
    is_secret: bool,
    limit: Limit | None = None,
    by: Any,
    at: datetime,
) -> ElectronicBallot:
    """Opens the ballot with its roll; a secret one gets a box and a key of its own. ValueError without a choice."""
    people = list(dict.fromkeys(voters))
    if not lines or len(grades) < 2 or len(grades) > len(slips.CODES):
        raise ValueError("a ballot has lines, and from two to thirty-six grades")
    if not people:
        raise Refused("没有可以参加电子表决的人员，请先登记到会人员。")
    facts = {"topic": topic[:200], "lines": list(lines), "grades": list(grades), "is_secret": is_secret}
    facts |= {"capped": limit.grade, "cap": limit.most} if limit else {}
    ballot = ElectronicBallot.objects.create(**facts, opened_at=at)
    Voter.objects.bulk_create(Voter(ballot=ballot, user=user) for user in people)
    if is_secret:
        BoxKey.objects.create(box=ballot, key=new_secret())
        box = BallotBox(ballot=ballot)
        box.content = slips.empty(len(lines), len(people)).written()
        box.save(force_insert=True)
    record("ballots.open_ballot", ballot, by=by, at=at, summary=f"开始表决：{topic}。可投{len(people)}人。")
    return ballot


@transaction.atomic
def cast(pk: Any, *, choices: Sequence[str], token: str = "", by: Any, at: datetime) -> Receipt:
    """One member's vote, whole or not at all; `choices` in the order of the lines, "" for a line left blank.

    In a secret ballot the same `token` again answers that it was counted, with the same receipt; anything else of a
    member who has voted is refused, as is everything after the close. Nothing is written beside the mark and the box:
    no event, no time, no number.
    """
    ballot = lock(ElectronicBallot, pk)
    voter = _voter(ballot, by)
    if not ballot.is_secret:
        return _cast_by_name(ballot, voter, choices, at)
    if not TOKEN.fullmatch(token):
        raise Refused("页面已失效，请重新打开表决页面再投。", "input")
    receipt = slips.receipt_of(ballot.pk, token)
    if not ballot.is_open:
        return _known(receipt, ballot.receipts or (), CLOSED, "state")
    box = ballot.box
    inside = slips.read(box.content)
    if VoterMark.objects.filter(voter=voter).exists():
        return _known(receipt, inside.receipts, TWICE, "twice")
    box.content = inside.with_paper(_numbers(ballot, choices), receipt).written()
    box.save(update_fields=["sealed"])
    VoterMark.objects.create(voter=voter)
    return Receipt(receipt)


@transaction.atomic
def close_ballot(pk: Any, *, by: Any, at: datetime, least: int = 0) -> ElectronicBallot:
    """Ends the voting. The papers of a secret ballot leave the box shuffled; box, key and marks are destroyed.

    A box with fewer papers than `least` is destroyed unread: so few could be told apart by their papers.
    """
    ballot = lock(ElectronicBallot, pk)
    if not ballot.is_open:
        raise Refused("表决已经结束。", "state")
    ballot.papers = _empty_the_box(ballot, least) if ballot.is_secret else _mark_the_named(ballot)
    ballot.closed_at = at
    ballot.save(update_fields=["papers", "receipts", "closed_at"])
    words = f"结束表决：{ballot.topic}。可投{ballot.voters.count()}人，参加表决{ballot.papers}人。"
    record("ballots.close_ballot", ballot, by=by, at=at, summary=words)
    return ballot


def turnout(ballot: ElectronicBallot) -> int:
    """How many have voted up to now."""
    if ballot.papers is not None:
        return ballot.papers
    field = "mark" if ballot.is_secret else "paper"
    return ballot.voters.filter(**{f"{field}__isnull": False}).count()


def has_voted(ballot: ElectronicBallot, user: Any) -> bool:
    """Whether this person's vote is in."""
    mine = ballot.voters.filter(user=user)
    if ballot.is_open:
        return mine.filter(**{f"{'mark' if ballot.is_secret else 'paper'}__isnull": False}).exists()
    return mine.filter(has_voted=True).exists()


def counts(ballot: ElectronicBallot) -> list[Counter[str]]:
    """Of a closed ballot, for each line its choices and how often; "" are blanks. Refused while it is open."""
    if ballot.is_open:
        raise Refused("表决还没有结束，不能计票。", "state")
    found: list[Counter[str]] = [Counter() for _ in ballot.lines]
    for line, choice in choices_of(ballot):
        found[line][choice] += 1
    return found


def choices_of(ballot: ElectronicBallot) -> list[tuple[int, str]]:
    """(line, choice) of every slip, of a secret ballot in the order of random numbers."""
    if ballot.is_secret:
        return list(ballot.slips.values_list("line", "choice"))
    papers = NamedPaper.objects.filter(voter__ballot=ballot).values_list("choices", flat=True)
    return [pair for paper in papers for pair in enumerate(paper)]


def check_choices(ballot: ElectronicBallot, choices: Sequence[str]) -> None:
    """Refuses what is no choice of this paper: a line missing, an unknown grade, more than may be chosen."""
    if len(choices) != len(ballot.lines) or not set(choices) <= {"", *ballot.grades}:
        raise Refused("选票与表决项不符，请重新打开表决页面再投。", "input")
    chosen = list(choices).count(ballot.capped) if ballot.cap else 0
    if ballot.cap and chosen > ballot.cap:
        raise Refused(f"至多选择{ballot.cap}项“{ballot.capped}”，您选了{chosen}项，请减少后再提交。", "input")


def _voter(ballot: ElectronicBallot, by: Any) -> Voter:
    if getattr(by, "acted_by", None) is not None:
        raise Refused(IN_PERSON, "role")
    voter = ballot.voters.filter(user=by).first()
    if voter is None:
        raise Refused(NOT_ON_THE_ROLL, "role")
    return voter


def _known(receipt: str, receipts: Iterable[str], words: str, code: str) -> Receipt:
    if receipt in receipts:
        return Receipt(receipt, again=True)
    raise Refused(words, code)


def _numbers(ballot: ElectronicBallot, choices: Sequence[str]) -> list[int | None]:
    check_choices(ballot, choices)
    return [ballot.grades.index(choice) if choice else None for choice in choices]


def _cast_by_name(ballot: ElectronicBallot, voter: Voter, choices: Sequence[str], at: datetime) -> Receipt:
    known = NamedPaper.objects.filter(voter=voter).first()
    if known is not None and known.choices == list(choices):
        return Receipt("", again=True)
    if not ballot.is_open:
        raise Refused(CLOSED, "state")
    if known is not None:
        raise Refused(TWICE, "twice")
    check_choices(ballot, choices)
    NamedPaper.objects.create(voter=voter, choices=list(choices), cast_at=at)
    return Receipt("")


def _empty_the_box(ballot: ElectronicBallot, least: int) -> int:
    box = ballot.box
    inside = slips.read(box.content)
    read = inside.lines if inside.papers >= least else ()
    found = [(line, choice) for line, choices in enumerate(read) for choice in choices]
    SecretSlip.objects.bulk_create(
        SecretSlip(ballot=ballot, line=line, choice="" if choice is None else ballot.grades[choice])
        for line, choice in slips.shuffled(found)
    )
    marks = VoterMark.objects.filter(voter__ballot=ballot)
    _write_the_roll(ballot, set(marks.values_list("voter", flat=True)))
    marks.delete()
    box.delete()
    BoxKey.objects.filter(box=ballot).delete()
    ballot.receipts = sorted(inside.receipts)
    return inside.papers


def _mark_the_named(ballot: ElectronicBallot) -> int:
    came = set(NamedPaper.objects.filter(voter__ballot=ballot).values_list("voter", flat=True))
    _write_the_roll(ballot, came)
    return len(came)


def _write_the_roll(ballot: ElectronicBallot, came: set[int]) -> None:
    """Everybody's row in one stroke and in the order of the roll, those who did not vote with them."""
    rows = list(ballot.voters.order_by("pk"))
    for row in rows:
        row.has_voted = row.pk in came
    Voter.objects.bulk_update(rows, ["has_voted"])
