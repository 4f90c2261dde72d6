"""What handling units may do with their part."""

from datetime import date
from typing import Any

from django.utils import timezone

from foundation.workflow import Verdict, allow, refuse, when
from suggestions.rules import relations
from suggestions.rules.merging import handled_on_its_own
from suggestions.rules.words import NOT_THE_HEAD, NOT_THE_LEAD, NOT_THE_UNIT, day_word
from suggestions.states import (
    ANSWERING,
    ASSIGNMENT_FLOW,
    WITH_UNITS,
    AssignmentState,
    CommitmentState,
    SuggestionState,
    UnitRole,
)

RECORDABLE = (SuggestionState.HANDLING, SuggestionState.REHANDLING, SuggestionState.REPLIED, SuggestionState.TRACKING)


def may_acknowledge(user: Any, assignment: Any, *, on: date) -> Verdict:
    return _handler(user, assignment, on) & ASSIGNMENT_FLOW.verdict("acknowledge", assignment.state)


def may_raise_objection(user: Any, assignment: Any, *, on: date) -> Verdict:
    """Inside the window only; the refusal names the day it closed (F18)."""
    verdict = _handler(user, assignment, on) & ASSIGNMENT_FLOW.verdict("raise_objection", assignment.state)
    if not verdict:
        return verdict
    closes = assignment.objection_closes_on()
    if closes is None:
        return refuse("本单位已申请过调整，请按决定签收办理。", "state")
    return when(on <= closes, f"申请调整的期限已于{day_word(closes)}届满，不再受理，请签收办理。", "date")


def may_record_contact(user: Any, assignment: Any, *, on: date) -> Verdict:
    signed_for = (AssignmentState.ASSIGNED, AssignmentState.OBJECTED, AssignmentState.RELEASED)
    return (
        _unit(user, assignment, on)
        & when(assignment.state not in signed_for, "请先签收，再登记与代表的联系情况。")
        & when(assignment.suggestion.state in RECORDABLE, "该建议当前不在办理中。")
    )


def may_confirm_contact(user: Any, contact: Any, *, on: date) -> Verdict:
    return when(relations.is_lead(user, contact.assignment.suggestion), NOT_THE_LEAD, "role") & when(
        contact.confirmed is None, "这条联系记录您已答复。"
    )


def may_make_plan(user: Any, assignment: Any, *, on: date) -> Verdict:
    """Whoever answers may tell how, from signing for it until the reply is on its way."""
    return (
        _handler(user, assignment, on)
        & when(assignment.answers, "会办单位不制定办理方案，由主办单位制定。")
        & when(assignment.state in ANSWERING, "请先签收；答复送审后不再调整办理方案。")
        & when(assignment.suggestion.state in WITH_UNITS, "该建议当前不在办理中。")
    )


def may_give_co_opinion(user: Any, assignment: Any, *, on: date) -> Verdict:
    return (
        _handler(user, assignment, on)
        & when(assignment.role == UnitRole.CO, "会办意见由会办单位提出。")
        & ASSIGNMENT_FLOW.verdict("give_co_opinion", assignment.state)
        & when(assignment.suggestion.state in WITH_UNITS, "该建议当前不在办理中。")
    )


def may_bounce_co_opinion(user: Any, opinion: Any, *, on: date) -> Verdict:
    """The lead unit, as long as its own reply is not on its way."""
    return (
        when(relations.is_lead_unit_of(user, opinion.assignment, on), "只有主办单位可以退回会办意见。", "role")
        & handled_on_its_own(opinion.assignment)
        & ASSIGNMENT_FLOW.verdict("bounce_co_opinion", opinion.assignment.state)
        & when(opinion.bounced_at is None, "这份会办意见已退回。")
        & when(opinion.assignment.lead_is_answering(), "主办单位的答复已送审，不能再退回会办意见。")
    )


def may_request_extension(user: Any, assignment: Any, *, on: date) -> Verdict:
    """Once, and before the reply is due (代表法 51: six months from assignment at the most)."""
    verdict = (
        _handler(user, assignment, on)
        & when(assignment.answers, "会办单位不申请延期，请由主办单位申请。")
        & when(assignment.state in ANSWERING, "只有已签收、尚未送审答复的单位可以申请延期。")
        & when(assignment.suggestion.state == SuggestionState.HANDLING, "重新办理期间不再延期。")
    )
    if not verdict:
        return verdict
    due = assignment.reply_due_on()
    return _first_extension(assignment, due) & when(
        due is not None and on <= due, f"答复期限已于{day_word(due)}届满，不能再申请延期，请尽快答复代表。", "date"
    )


def _first_extension(assignment: Any, due: date | None) -> Verdict:
    """Whether none was asked for; the refusal says what became of the one that was."""
    asked = assignment.extension_asked()
    if asked is None:
        return allow()
    if asked.accepted is None:
        now = f"{day_word(timezone.localdate(asked.requested_at))}提出的申请正在等待决定，不必重复提出"
    else:
        now = f"现在的期限是{day_word(due)}，请在期限内答复；确有困难的，请与代表工作机构联系"
    return refuse(f"每个承办单位只能申请延期一次。{now}。", "state")


def may_draft_reply(user: Any, assignment: Any, *, on: date) -> Verdict:
    return (
        _handler(user, assignment, on)
        & when(assignment.answers, "会办单位提出会办意见，由主办单位统一答复代表。")
        & ASSIGNMENT_FLOW.verdict("draft_reply", assignment.state)
        & when(
            assignment.suggestion.state in (SuggestionState.HANDLING, SuggestionState.REHANDLING),
            "该建议当前不在办理中。",
        )
    )


def may_sign_reply(user: Any, assignment: Any, *, on: date) -> Verdict:
    """The head alone; not before one contact with the deputy, nor without the co-units' opinions (F30, F38)."""
    verdict = when(relations.is_unit_head(user, assignment, on), NOT_THE_HEAD, "role")
    verdict &= ASSIGNMENT_FLOW.verdict("sign_reply", assignment.state)
    verdict &= when(assignment.suggestion.state in WITH_UNITS, "该建议当前不在办理中。")
    verdict &= handled_on_its_own(assignment)
    if not verdict:
        return verdict
    return _complete(assignment, on) & _contacted(assignment, on) & _co_opinions_in(assignment, on)


def may_fulfil(user: Any, commitment: Any, *, on: date) -> Verdict:
    return _unit(user, commitment.assignment, on) & when(
        commitment.state == CommitmentState.OPEN, "该承诺事项已报告兑现情况，或已不再跟踪。"
    )


def _unit(user: Any, assignment: Any, on: date) -> Verdict:
    return when(relations.is_unit(user, assignment, on), NOT_THE_UNIT, "role")


def _handler(user: Any, assignment: Any, on: date) -> Verdict:
    """Somebody of the unit, on a paper that is not merged into another one."""
    verdict = _unit(user, assignment, on)
    return verdict and handled_on_its_own(assignment)


def _complete(assignment: Any, on: date) -> Verdict:
    missing = assignment.missing_in_reply(on)
    return when(not missing, f"答复尚不完整，请补充：{'、'.join(missing)}。")


def _contacted(assignment: Any, on: date) -> Verdict:
    """With every proposer who gets this reply, those of merged papers too."""
    reason = "答复前须与代表联系沟通并登记；须经代表确认的，请等待代表确认。"
    waiting = assignment.followers_without_contact(on)
    return when(assignment.contact_suffices(on), reason) & when(
        not waiting, f"并案的{'、'.join(waiting)}还没有联系代表的记录，请在该件登记后再签发。"
    )


def _co_opinions_in(assignment: Any, on: date) -> Verdict:
    """Given, or overdue and said so in the reply's note."""
    waiting = assignment.co_opinions_missing(on)
    return when(not waiting, f"{'、'.join(waiting)}尚未提出会办意见；逾期未提的，请在答复中说明。")
