"""Papers are counted: one clerk enters the figures, a second one checks them. Whose business it is the room says."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, models, transaction

from foundation.audit import record
from foundation.ballots.arithmetic import result_by, together
from foundation.ballots.models import BallotRule, CountState, PaperCount
from foundation.ballots.terms import Miscounted, Papers, Tally
from foundation.workflow import Refused, lock

SAME_HAND = "计票应当由另一名工作人员核对，录入人不能核对自己录入的计票。"
ALREADY = "这次测评已有计票，请核对已录入的计票；录入有误的，由核对人退回后重新录入。"
CHECKED = "这份计票已经核对，不能再改。"
FIGURES = ("present", "issued", "returned", "invalid", "all_members")


@transaction.atomic
def enter_count(
    subject: models.Model,
    rule: BallotRule,
    papers: Papers | Mapping[str, Papers],
    *,
    topic: str,
    held_on: date,
    by: Any,
    at: datetime,
) -> PaperCount:
    """Writes down what was counted, where several bodies ballot each one's papers under its name.

    Refused for figures that cannot all be right, and while another count stands.
    """
    count_of(rule, papers)
    whole = papers if isinstance(papers, Papers) else together(papers)
    groups = {} if isinstance(papers, Papers) else {name: asdict(row) for name, row in papers.items()}
    facts = {name: getattr(whole, name) for name in FIGURES}
    votes = {grade: whole.votes.get(grade, 0) for grade in rule.grade_names}
    place = {"subject": subject, "topic": topic[:200], "rule": rule, "held_on": held_on, "groups": groups}
    try:
        with transaction.atomic():
            count = PaperCount.objects.create(**place, **facts, votes=votes, entered_by=hand_of(by), entered_at=at)
    except IntegrityError as error:
        if PaperCount.objects.of(subject).exclude(state=CountState.RETURNED).exclude(stands=False).exists():
            raise Refused(ALREADY) from error
        raise
    record("ballots.enter_count", count, by=by, at=at, summary=f"录入计票：{topic}。")
    return count


@transaction.atomic
def confirm_count(count: Any, *, by: Any, at: datetime, version: int | None = None) -> PaperCount:
    """The second clerk finds figures and papers alike; the result is worked out and kept.

    Answers the count; where it does not `stands`, the ballot is to be held again and may be entered once more.
    Refused to whoever entered it, and twice.
    """
    row = _open(count, version, by)
    result = count_of(row.rule, row.papers())
    row.state, row.checked_by, row.checked_at = CountState.CONFIRMED, hand_of(by), at
    row.stands, row.outcome, row.alerts = result.stands, result.outcome, list(result.alerts)
    row.formula, row.rule_text, row.score = result.formula, row.rule.sentence, result.score
    row.bump("state", "checked_by", "checked_at", "stands", "outcome", "alerts", "formula", "rule_text", "score")
    record("ballots.confirm_count", row, by=by, at=at, summary=f"核对计票：{row.topic}。{row.formula}")
    return row


@transaction.atomic
def return_count(count: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> PaperCount:
    """The second clerk finds a difference; the figures are to be entered anew, these stay with the reason."""
    if not reason.strip():
        raise Refused("请写明哪里不符。", "input", field="reason")
    row = _open(count, version, by)
    row.state, row.checked_by, row.checked_at = CountState.RETURNED, hand_of(by), at
    row.return_reason = reason.strip()[:200]
    row.bump("state", "checked_by", "checked_at", "return_reason")
    record("ballots.return_count", row, by=by, at=at, summary=f"退回计票：{row.topic}。{row.return_reason}")
    return row


def count_of(rule: BallotRule, papers: Papers | Mapping[str, Papers]) -> Tally:
    """The tally by this rule; figures that cannot be right are refused at their field."""
    try:
        return result_by(rule.terms(), papers)
    except Miscounted as fault:
        raise Refused(fault.reason, "input", field=fault.field) from fault


def hand_of(user: Any) -> Any:
    """Whose fingers did it: a substitute does not become a second person by acting for the first."""
    return getattr(user, "acted_by", None) or user


def is_second(user: Any, count: PaperCount) -> bool:
    """Whether this is another person than the one who entered the figures."""
    return count.entered_by_id not in {user.pk, hand_of(user).pk}


def _open(count: Any, version: int | None, by: Any) -> PaperCount:
    row = lock(PaperCount, count, version=version)
    if row.state != CountState.ENTERED:
        raise Refused(CHECKED, "state")
    if not is_second(by, row):
        raise Refused(SAME_HAND, "role")
    return row
