"""An interpellation from those who raise it to an answer enough of them accept; a proposal to its inquiry."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from deputies.models import Deputy, Mandate, Meeting
from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from supervision.models import BallotLine, InitiatorRule, Interpellation, InterpellationAnswer
from supervision.notices import interpellations as notices
from supervision.rules import interpellations as rules
from supervision.rules.house import BODIES, OFFICE
from supervision.states.interpellations import PROPOSAL_FLOW, ProposalKind, ProposalState, Venue
from supervision.transitions._beats import day_of, filled, note

DECIDE, ANSWER = "interpellation_decide", "interpellation_answer"


@transaction.atomic
def raise_proposal(
    *,
    kind: str,
    venue: str,
    title: str,
    question: str,
    content: str,
    body: Organisation,
    initiators: Sequence[Deputy],
    meeting: Meeting | None = None,
    by: Any,
    at: datetime,
) -> Interpellation:
    """Object, question and content, raised by as many as the rule of the day asks for.

    Refused: too few, somebody who is no member of the standing committee where only its members count, an
    interpellation without the meeting at which it is raised, a deputy who is not among them.
    """
    on = day_of(at)
    rules.may_raise_proposal(by, on=on).require()
    rule = _enough(kind, venue, initiators, on)
    if kind == ProposalKind.INTERPELLATION and meeting is None:
        raise Refused("质询案在会议期间提出，请选择会议。", "input", field="meeting")
    if not body.is_active or body.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关。", "input", field="body")
    if not by.has_role(*OFFICE, on=on) and by.pk not in {deputy.user_id for deputy in initiators}:
        raise Refused("只能登记本人参加联名的事项。", "input", field="initiators")
    row = Interpellation.objects.create(
        kind=kind,
        venue=venue,
        title=filled(title, "请填写题目。", "title")[:100],
        question=filled(question, "请写明质询的问题。", "question"),
        content=filled(content, "请写明内容和理由。", "content"),
        body=body,
        meeting=meeting,
        rule=rule,
        raised_at=at,
        raised_by=by,
    )
    row.initiators.set(initiators)
    deadlines.start(DECIDE, row, on=on, by=by, at=at)
    note("raise_proposal", row, f"{len(initiators)}人联名提出{row.get_kind_display()}。", by=by, at=at)
    notices.raised(row, by=by, at=at)
    return row


@transaction.atomic
def accept_proposal(
    pk: Any,
    *,
    decided_by: Meeting,
    answer_form: str,
    due_on: date,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Interpellation:
    """The presidium or the chairpersons decided how and by when the body answers."""
    row = _opened("accept_proposal", pk, by, at, version)
    if due_on < day_of(at):
        raise Refused("答复期限不能早于今天。", "input", field="due_on")
    row.decided_by, row.answer_form, row.due_on = decided_by, answer_form, due_on
    _move(row, "accept_proposal", "decided_by", "answer_form", "due_on")
    deadlines.meet(DECIDE, row, at=at)
    deadlines.start(ANSWER, row, on=day_of(at), until=due_on, organisation=row.body_id, by=by, at=at)
    text = f"{decided_by}决定由{row.body}{row.get_answer_form_display()}，期限{date_text(due_on)}。"
    note("accept_proposal", row, text, by=by, at=at)
    notices.accepted(row, by=by, at=at)
    return row


@transaction.atomic
def adopt_proposal(
    pk: Any, *, decided_by: Meeting, by: Any, at: datetime, version: int | None = None
) -> Interpellation:
    """The chairpersons decided to hold the thematic inquiry; it is entered among the sessions."""
    row = _opened("adopt_proposal", pk, by, at, version)
    row.decided_by, row.closed_at = decided_by, at
    _move(row, "adopt_proposal", "decided_by", "closed_at")
    deadlines.meet(DECIDE, row, at=at)
    note("adopt_proposal", row, f"{decided_by}决定开展专题询问。", by=by, at=at)
    notices.decided(row, "主任会议决定开展专题询问。", by=by, at=at)
    return row


@transaction.atomic
def refuse_proposal(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Interpellation:
    return _end(pk, "refuse_proposal", reason, by, at, version)


@transaction.atomic
def withdraw_proposal(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Interpellation:
    return _end(pk, "withdraw_proposal", reason, by, at, version)


@transaction.atomic
def answer_proposal(
    pk: Any, *, speaker: str, text: str, by: Any, at: datetime, version: int | None = None
) -> Interpellation:
    """What the head of the body said, or signed."""
    row = _opened("answer_proposal", pk, by, at, version)
    InterpellationAnswer.objects.create(
        interpellation=row,
        number=row.answers.count() + 1,
        speaker=filled(speaker, "请写明答复或者签署的负责人。", "speaker")[:60],
        text=filled(text, "请填写答复。", "text"),
        answered_at=at,
    )
    _move(row, "answer_proposal")
    deadlines.meet(ANSWER, row, at=at)
    note("answer_proposal", row, f"{row.body}答复，{speaker}。", by=by, at=at)
    notices.answered(row, by=by, at=at)
    return row


@transaction.atomic
def judge_answer(
    pk: Any,
    *,
    dissatisfied: int,
    due_on: date | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> Interpellation:
    """How many of those who raised it are dissatisfied; the share of the rule sends it back for another answer."""
    row = _opened("judge_answer", pk, by, at, version)
    number = row.initiators.count()
    if not 0 <= dissatisfied <= number:
        raise Refused(f"联名人共{number}人，请核对不满意人数。", "input", field="dissatisfied")
    again = row.rule.asks_again(dissatisfied, number)
    if again and (due_on is None or due_on < day_of(at)):
        raise Refused("不满意的达到规定比例，应当再作答复，请填写答复期限。", "input", field="due_on")
    return judged(row, dissatisfied, again=again, due_on=due_on, by=by, at=at)


def judged(
    row: Interpellation,
    dissatisfied: int,
    *,
    again: bool,
    due_on: date | None,
    line: BallotLine | None = None,
    by: Any,
    at: datetime,
) -> Interpellation:
    """The judgement itself, as told or as voted; the row is locked by the caller."""
    row.answers.latest("number").judge(dissatisfied, at, line)
    text = f"联名{row.initiators.count()}人，不满意{dissatisfied}人，{'应当再作答复' if again else '办结'}。"
    row.state = PROPOSAL_FLOW.target(
        "judge_answer", row.state, to=ProposalState.ACCEPTED if again else ProposalState.CLOSED
    )
    row.due_on, row.closed_at = (due_on, None) if again else (row.due_on, at)
    row.bump("state", "due_on", "closed_at")
    if again:
        deadlines.start(ANSWER, row, on=day_of(at), until=due_on, organisation=row.body_id, by=by, at=at)
    note("judge_answer", row, text, by=by, at=at)
    notices.judged(row, text, again=again, by=by, at=at)
    return row


def _enough(kind: str, venue: str, initiators: Sequence[Deputy], on: date) -> InitiatorRule:
    rule = InitiatorRule.of(kind, venue, on)
    if rule is None:
        raise Refused("后台“质询、询问联名人数”中没有当天有效的规定，请由委员会秘书先行登记。", "state")
    if len(initiators) < rule.least:
        raise Refused(
            f"{rule.get_kind_display()}须{rule.least}人以上联名，现有{len(initiators)}人。", "input", field="initiators"
        )
    seats = Mandate.objects.filter(term__is_current=True, deputy__in=initiators).serving_on(on)
    if venue == Venue.STANDING:
        seats = seats.filter(sc_member=True)
    known = set(seats.values_list("deputy", flat=True))
    if others := [deputy.name for deputy in initiators if deputy.pk not in known]:
        what = "常委会组成人员" if venue == Venue.STANDING else "现任代表"
        raise Refused(f"{'、'.join(others)}不是{what}，请核对。", "input", field="initiators")
    return rule


def _end(pk: Any, verb: str, reason: str, by: Any, at: datetime, version: int | None) -> Interpellation:
    row = _opened(verb, pk, by, at, version)
    row.reason = filled(reason, "请写明理由。", "reason")[:300]
    row.closed_at = at
    _move(row, verb, "reason", "closed_at")
    deadlines.cancel(DECIDE, row, at=at, reason=row.reason)
    text = f"{PROPOSAL_FLOW.label(verb)}：{row.reason}"
    note(verb, row, text, by=by, at=at)
    notices.decided(row, text, by=by, at=at)
    return row


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Interpellation:
    row = lock(Interpellation, pk, version=version)
    getattr(rules, f"may_{verb}")(by, row, on=day_of(at)).require()
    return row


def _move(row: Interpellation, verb: str, *fields: str) -> None:
    row.state = PROPOSAL_FLOW.target(verb, row.state)
    row.bump("state", *fields)
