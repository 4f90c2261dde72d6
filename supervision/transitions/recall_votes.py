"""The vote of the constituency's voters on a recall: counted, or void and held again."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.ballots.wording import percent_text
from foundation.workflow import Refused, lock
from supervision.models import Recall, RecallVote, SeatReading, SeatStandard
from supervision.notices import seats as notices
from supervision.rules import seats as rules
from supervision.rules.seat_counting import recalled
from supervision.states.ballots import ReadingState
from supervision.states.seats import RECALL_FLOW, SeatStandardCode
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions.recalls import ANNOUNCE, VOTE, past
from supervision.transitions.seat_readings import read


def check_papers(voters: int, issued: int, returned: int) -> None:
    """Refused at its field: more papers out than voters, more back than out."""
    if issued > voters:
        raise Refused(f"发出票数不能多于选民人数（{voters}人）。", "input", field="issued")
    if returned > issued:
        words = f"收回{returned}票，多于发出的{issued}票，本次投票无效，请登记“投票无效”后重新组织。"
        raise Refused(words, "input", field="returned")


@transaction.atomic
def count_recall(
    pk: Any,
    *,
    held_on: date,
    voters: int,
    issued: int,
    returned: int,
    yes: int,
    no: int,
    abstained: int,
    invalid: int,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> RecallVote | SeatReading:
    """The count decides: more than half of all voters of the constituency, not of those who came (选举法第五十三条).

    It is entered by two people, each for himself: the first one's figures wait, only the same ones of the second count.
    """
    recall = lock(Recall, pk, version=version)
    rules.may_count_recall(by, recall, on=day_of(at)).require()
    _check_day(recall, held_on, at)
    check_papers(voters, issued, returned)
    if yes + no + abstained + invalid != returned:
        words = f"赞成、反对、弃权和废票合计{yes + no + abstained + invalid}票，与收回的{returned}票不符，请核对。"
        raise Refused(words, "input", field="yes")
    counts = {"voters": voters, "issued": issued, "returned": returned, "invalid": invalid}
    grades = {"yes": yes, "no": no, "abstained": abstained}
    reading = read(recall, {"held_on": held_on, **counts, **grades}, by=by, at=at)
    if reading.state != ReadingState.AGREED:
        return reading
    percent = SeatStandard.amount_on(SeatStandardCode.RECALL_PASS, held_on)
    passed = recalled(yes, voters, percent)
    verdict = "通过罢免" if passed else "没有通过罢免"
    needed = percent_text(percent)
    outcome = f"原选区选民{voters}人，赞成{yes}票，{'超过' if passed else '没有超过'}全体选民的{needed}，{verdict}。"
    vote = RecallVote.objects.create(recall=recall, held_on=held_on, outcome=outcome, by=by, at=at, **counts, **grades)
    recall.state = RECALL_FLOW.target("pass_recall" if passed else "fail_recall", recall.state)
    recall.bump("state")
    deadlines.meet(VOTE, recall, at=at)
    if passed:
        deadlines.start(ANNOUNCE, recall, on=held_on, by=by, at=at)
    note("count_recall", recall, outcome, by=by, at=at, visibility="office")
    notices.recall_counted(recall, outcome, by=by, at=at)
    return vote


@transaction.atomic
def void_recall_vote(
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
) -> RecallVote:
    """A vote that does not count stays in the record; the voters vote again."""
    recall = lock(Recall, pk, version=version)
    rules.may_void_recall_vote(by, recall, on=day_of(at)).require()
    _check_day(recall, held_on, at)
    why = filled(reason, "请写明投票无效的理由。", "reason")[:200]
    counts = {"voters": voters, "issued": issued, "returned": returned}
    vote = RecallVote.objects.create(
        recall=recall, held_on=held_on, void_reason=why, outcome=f"投票无效：{why}"[:300], by=by, at=at, **counts
    )
    recall.bump()
    note("void_recall_vote", recall, vote.outcome, by=by, at=at, visibility="office")
    notices.recall_counted(recall, vote.outcome, by=by, at=at)
    return vote


def _check_day(recall: Recall, held_on: date, at: datetime) -> None:
    past(held_on, at, "held_on")
    if recall.circulated_on and held_on <= recall.circulated_on:
        raise Refused("表决应当在罢免要求印发选民以后举行，请核对日期。", "input", field="held_on")
