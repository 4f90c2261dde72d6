"""Who rates, and what others learn of it."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_LEAD, when
from suggestions.states import SUGGESTION_FLOW


def may_rate(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Only the lead deputy's own account, nobody acting for him, and no person of a handling unit (F33)."""
    return (
        when(relations.is_lead(user, suggestion), NOT_THE_LEAD, "role")
        & when(not relations.acts_for_another(user), "评价须由代表本人登录办理，不能代办。", "role")
        & when(
            not relations.is_handler(user, suggestion, on),
            "您在该建议的承办单位任职，请由代表工作机构以纸质方式征询评价。",
            "role",
        )
        & SUGGESTION_FLOW.verdict("rate", suggestion.state)
    )


def may_see_rater(user: Any, rating: Any, *, on: date) -> Verdict:
    """Units learn who of joint proposers gave a grade only when the matter is over."""
    suggestion = rating.suggestion
    if relations.is_partaking(user, suggestion) or relations.is_office(user, suggestion, on):
        return when(True, "")
    handler = relations.is_handler(user, suggestion, on)
    open_still = suggestion.current_round_is_open()
    return when(not (handler and open_still), "办理期间不向承办单位显示评价人。", "role")
