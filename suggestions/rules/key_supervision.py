"""Who keeps the list of key supervision: the office writes down what the council decided, the committee supervises."""

from datetime import date
from typing import Any

from deputies.states import Level
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_OFFICE
from suggestions.states import REGISTERED_ONWARD, KeyState

ENDED = "该事项已经结束督办或者移出。"


def may_choose_key(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """A registered suggestion of the district that is not on this year's list."""
    return (
        when(relations.is_office(user, suggestion, on), NOT_THE_OFFICE, "role")
        & when(suggestion.level == Level.DISTRICT, "重点督办建议由区人大常委会主任会议从区人大代表建议中确定。")
        & when(suggestion.state in REGISTERED_ONWARD, "建议立案后方可列为重点督办。")
        & when(not suggestion.is_taken_apart, "该建议已拆分办理，请从各件中选择。")
        & when(not suggestion.is_key_in(on.year), f"该建议已列入{on.year}年重点督办。")
    )


def may_record_supervision(user: Any, key: Any, *, on: date) -> Verdict:
    """The office, or a member of the supervising committee."""
    return _keeper(user, key, on) & when(key.state == KeyState.ACTIVE, ENDED)


def may_report_supervision(user: Any, key: Any, *, on: date) -> Verdict:
    return (
        _keeper(user, key, on)
        & when(key.state == KeyState.ACTIVE, ENDED)
        & when(key.was_supervised(), "还没有开展督办活动，请先登记督办活动，再向主任会议报告。")
    )


def may_end_supervision(user: Any, key: Any, *, on: date) -> Verdict:
    """Only after the council of chairpersons has heard the report."""
    return (
        _office(user, key, on)
        & when(key.state == KeyState.ACTIVE, ENDED)
        & when(key.was_reported(), "督办情况还没有向主任会议报告，报告后方可结束督办。")
    )


def may_remove_key(user: Any, key: Any, *, on: date) -> Verdict:
    return _office(user, key, on) & when(key.state == KeyState.ACTIVE, ENDED)


def may_publish_key(user: Any, key: Any, *, on: date) -> Verdict:
    return (
        _office(user, key, on)
        & when(key.state != KeyState.REMOVED, "该事项已移出重点督办，不能公开。")
        & when(key.suggestion.agree_to_publish, "领衔代表没有同意公开。")
        & when(key.published_at is None or key.has_news(), "该事项已公开，没有新的内容。")
    )


def may_unpublish_key(user: Any, key: Any, *, on: date) -> Verdict:
    return _office(user, key, on) & when(key.published_at is not None, "该事项尚未公开。")


def _office(user: Any, key: Any, on: date) -> Verdict:
    return when(relations.is_office(user, key.suggestion, on), NOT_THE_OFFICE, "role")


def _keeper(user: Any, key: Any, on: date) -> Verdict:
    mine = key.committee_id in user.organisations(Role.COMMITTEE, on=on)
    reason = "督办活动由代表工作机构或者负责督办的工委登记。"
    return when(mine or relations.is_office(user, key.suggestion, on), reason, "role")
