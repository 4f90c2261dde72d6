"""An opinion of a street congress from the word to what became of it; each step ends a clock and starts one."""

from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, LOCAL_KINDS
from foundation.workflow import Refused, lock
from liaison_stations.models import CouncilOpinion, StreetCongress, StreetMeeting, StreetMember
from liaison_stations.notices import council_opinions as notices
from liaison_stations.rules import council_opinions as rules
from liaison_stations.states.council_opinion import COUNCIL_OPINION_FLOW
from liaison_stations.transitions._council import day_of, filled, note

BODIES = (*HANDLING_KINDS, *LOCAL_KINDS)
HAND, ANSWER, TELL = "council_hand", "council_answer", "council_tell"


@transaction.atomic
def raise_opinion(
    pk: Any,
    *,
    member: StreetMember,
    title: str,
    text: str,
    meeting: StreetMeeting | None = None,
    by: Any,
    at: datetime,
    version: int | None = None,
) -> CouncilOpinion:
    """A member's opinion, written down by the convener or by himself; the convener has some days to hand it over."""
    congress = lock(StreetCongress, pk)
    on = day_of(at)
    rules.may_raise_opinion(by, congress, on=on).require()
    if member.congress_id != congress.pk or not congress.members.active_on(on).filter(pk=member.pk).exists():
        raise Refused("请选择本届现任的议政代表。", "input", field="member")
    if not rules.convenes(by, congress, on) and (member.deputy is None or member.deputy.user_id != by.pk):
        raise Refused("只能登记本人的意见。", "input", field="member")
    if meeting is not None and meeting.congress_id != congress.pk:
        raise Refused("请选择本届议政代表会的会议。", "input", field="meeting")
    opinion = CouncilOpinion.objects.create(
        congress=congress,
        meeting=meeting,
        member=member,
        raised_by=f"{member.name}（{member.post}）"[:60],
        title=filled(title, "请填写标题。", "title"),
        text=filled(text, "请写明意见和建议。", "text"),
        raised_at=at,
    )
    deadlines.start(HAND, opinion, on=on, organisation=congress.organisation_id, by=by, at=at)
    note("raise_opinion", opinion, f"{member.name}提出。", by=by, at=at)
    notices.opinion_raised(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def hand_opinion(
    pk: Any, *, body: Organisation, hand_note: str = "", by: Any, at: datetime, version: int | None = None
) -> CouncilOpinion:
    """Handed to the body whose business it is; it has its time to answer."""
    opinion = _opened("hand_opinion", pk, by, at, version)
    if not body.is_active or body.kind not in BODIES:
        raise Refused("请选择在用的政府部门、监察司法机关或者乡镇、街道。", "input", field="body")
    opinion.body, opinion.hand_note, opinion.handed_at = body, hand_note.strip()[:300], at
    _move(opinion, "hand_opinion", "body", "hand_note", "handed_at")
    deadlines.meet(HAND, opinion, at=at)
    deadlines.start(ANSWER, opinion, on=day_of(at), organisation=body, by=by, at=at)
    note("hand_opinion", opinion, f"交{body}办理。", by=by, at=at)
    notices.opinion_handed(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def explain_opinion(pk: Any, *, outcome: str, by: Any, at: datetime, version: int | None = None) -> CouncilOpinion:
    """Settled on the spot, or not handed over: whoever raised it is told why."""
    opinion = _opened("explain_opinion", pk, by, at, version)
    opinion.outcome = filled(outcome, "请写明已经怎样处理，或者为什么不交办。", "outcome")
    opinion.closed_at = at
    _move(opinion, "explain_opinion", "outcome", "closed_at")
    deadlines.meet(HAND, opinion, at=at)
    note("explain_opinion", opinion, "直接反馈提出人。", by=by, at=at)
    notices.opinion_closed(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def recall_opinion(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> CouncilOpinion:
    """Taken back from a body whose business it is not."""
    opinion = _opened("recall_opinion", pk, by, at, version)
    why = filled(reason, "请写明收回的理由。", "reason")
    body, opinion.body = opinion.body, None
    _move(opinion, "recall_opinion", "body")
    deadlines.cancel(ANSWER, opinion, at=at, reason=why)
    deadlines.start(HAND, opinion, on=day_of(at), organisation=opinion.convener_id, by=by, at=at)
    note("recall_opinion", opinion, f"从{body}收回：{why}", by=by, at=at)
    notices.opinion_recalled(opinion, body, why, by=by, at=at)
    return opinion


@transaction.atomic
def answer_opinion(pk: Any, *, answer: str, by: Any, at: datetime, version: int | None = None) -> CouncilOpinion:
    """The body says what it has done, or why it cannot be done now; the convener tells whoever raised it."""
    opinion = _opened("answer_opinion", pk, by, at, version)
    opinion.answer = filled(answer, "请填写答复。", "answer")
    opinion.answered_by, opinion.answered_at = by, at
    _move(opinion, "answer_opinion", "answer", "answered_by", "answered_at")
    deadlines.meet(ANSWER, opinion, at=at)
    deadlines.start(TELL, opinion, on=day_of(at), organisation=opinion.convener_id, by=by, at=at)
    note("answer_opinion", opinion, f"{opinion.body}答复。", by=by, at=at)
    notices.opinion_answered(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def return_opinion_answer(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> CouncilOpinion:
    """An answer that leaves the matter open goes back; the body's clock begins anew."""
    opinion = _opened("return_opinion_answer", pk, by, at, version)
    opinion.return_reason = filled(reason, "请写明哪里没有答复清楚。", "reason")[:300]
    _move(opinion, "return_opinion_answer", "return_reason")
    deadlines.cancel(TELL, opinion, at=at, reason=opinion.return_reason)
    deadlines.start(ANSWER, opinion, on=day_of(at), organisation=opinion.body_id, by=by, at=at)
    summary = f"退回重新答复：{opinion.return_reason}。原答复：{opinion.answer}"
    note("return_opinion_answer", opinion, summary[:500], by=by, at=at)
    notices.opinion_returned(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def close_opinion(pk: Any, *, outcome: str, by: Any, at: datetime, version: int | None = None) -> CouncilOpinion:
    """Whoever raised it has heard; what he said of it is kept with the result."""
    opinion = _opened("close_opinion", pk, by, at, version)
    opinion.outcome = filled(outcome, "请写明反馈的结果和提出人的意见。", "outcome")
    opinion.closed_at = at
    _move(opinion, "close_opinion", "outcome", "closed_at")
    deadlines.meet(TELL, opinion, at=at)
    note("close_opinion", opinion, "反馈提出人。", by=by, at=at)
    notices.opinion_closed(opinion, by=by, at=at)
    return opinion


def _opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> CouncilOpinion:
    opinion = lock(CouncilOpinion, pk, version=version)
    getattr(rules, f"may_{verb}")(by, opinion, on=day_of(at)).require()
    return opinion


def _move(opinion: CouncilOpinion, verb: str, *fields: str) -> None:
    opinion.state = COUNCIL_OPINION_FLOW.target(verb, opinion.state)
    opinion.bump("state", *fields)
