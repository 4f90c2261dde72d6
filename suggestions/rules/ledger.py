"""Who follows promises on: the unit reports, the deputy rates again, the office looks back."""

from datetime import date
from typing import Any

from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_LEAD, NOT_THE_OFFICE, NOT_THE_UNIT, day_word
from suggestions.states import FINAL, CommitmentState


def may_record_progress(user: Any, commitment: Any, *, on: date) -> Verdict:
    """The unit that promised, while the promise is open."""
    return (
        when(relations.is_unit(user, commitment.assignment, on), NOT_THE_UNIT, "role")
        & when(commitment.state == CommitmentState.OPEN, "该承诺事项已报告兑现或不再跟踪，无需再填报进展。")
        & when(commitment.suggestion.state not in FINAL, "该建议已办结，无需再填报进展。")
    )


def may_rate_promise(user: Any, commitment: Any, *, on: date) -> Verdict:
    """Only the lead deputy's own account, nobody acting for him, and no person of a handling unit (F33, CQ17 28)."""
    suggestion = commitment.suggestion
    return (
        when(relations.is_lead(user, suggestion), NOT_THE_LEAD, "role")
        & when(not relations.acts_for_another(user), "评价须由代表本人登录办理，不能代办。", "role")
        & when(
            not relations.is_handler(user, suggestion, on),
            "您在该建议的承办单位任职，不能评价本单位的承诺，请与代表工作机构联系。",
            "role",
        )
        & when(commitment.state == CommitmentState.CONFIRMED, "该承诺事项尚未确认兑现，或已经评价。")
    )


def may_settle_promise(user: Any, commitment: Any, *, on: date) -> Verdict:
    """The office, once the period of the second rating has passed in silence."""
    verdict = when(relations.is_office(user, commitment.suggestion, on), NOT_THE_OFFICE, "role")
    verdict &= when(commitment.state == CommitmentState.CONFIRMED, "该承诺事项不在待代表再评价。")
    if not verdict:
        return verdict
    due = commitment.rating_due_on()
    return when(due is None or on > due, f"代表再评价期限至{day_word(due)}，期满未评价的方可按此办结。", "date")


def may_explain_carry_over(user: Any, carried: Any, *, on: date) -> Verdict:
    return when(relations.is_unit(user, carried.assignment, on), NOT_THE_UNIT, "role") & when(
        carried.is_open, "本次结转已经说明。"
    )


def may_send_statement(user: Any, statement: Any, *, on: date) -> Verdict:
    mine = statement.unit_id in user.organisations(*relations.UNIT, on=on)
    return when(mine, NOT_THE_UNIT, "role") & when(statement.sent_at is None, "本年度的承诺情况已经告知代表。")


def may_receive_statement(user: Any, statement: Any, *, on: date) -> Verdict:
    """The deputy in person."""
    return (
        when(statement.deputy.user_id == user.pk, "只有收到告知的代表本人可以签收。", "role")
        & when(statement.sent_at is not None, "承办单位尚未发送。")
        & when(statement.received_at is None, "您已签收。")
    )


def may_open_look_back(user: Any, obj: Any = None, *, on: date | None = None) -> Verdict:
    """The district's office; townships have too few replies for it."""
    return when(user.is_authenticated and user.has_role(Role.CLERK, on=on), NOT_THE_OFFICE, "role")


def may_close_look_back(user: Any, look_back: Any, *, on: date) -> Verdict:
    return may_open_look_back(user, on=on) & when(look_back.is_open, "这次回头看已经办结。")


def may_answer_look_back(user: Any, item: Any, *, on: date) -> Verdict:
    return (
        when(relations.is_unit(user, item.assignment, on), NOT_THE_UNIT, "role")
        & when(item.is_open, "这一件已经填报。")
        & when(item.look_back.is_open, "这次回头看已经办结，不再填报。")
    )
