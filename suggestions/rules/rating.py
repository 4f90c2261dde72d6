"""Who rates, who is asked before, and what others learn of it."""

from datetime import date
from typing import Any

from django.utils import timezone

from foundation.workflow import Verdict, allow, refuse, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_LEAD, NOT_THE_RATER, day_word
from suggestions.states import SUGGESTION_FLOW, SuggestionState

NOT_FOR_ANOTHER = "评价须由代表本人登录办理，不能代办。"


def may_rate(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Only the lead deputy's own account, nobody acting for him, and no person of a handling unit (F33).

    Where the local rule has him ask his co-signers first: when they have answered or their days are over.
    """
    verdict = (
        when(relations.is_lead(user, suggestion), NOT_THE_RATER, "role")
        & when(not relations.acts_for_another(user), NOT_FOR_ANOTHER, "role")
        & when(
            not relations.is_handler(user, suggestion, on),
            "您在该建议的承办单位任职，请由代表工作机构以纸质方式征询评价。",
            "role",
        )
        & _not_rated(suggestion)
    )
    return verdict and _has_asked(suggestion, on)


def may_ask_cosigners(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The lead in person, once in a round, when all have replied."""
    verdict = (
        when(relations.is_lead(user, suggestion), NOT_THE_LEAD, "role")
        & when(not relations.acts_for_another(user), NOT_FOR_ANOTHER, "role")
        & SUGGESTION_FLOW.verdict("rate", suggestion.state)
    )
    if not verdict:
        return verdict
    return when(not suggestion.words_of_round(), "本轮已征求联名代表意见。") & when(
        suggestion.may_ask_cosigners(on), "没有可以在线征求意见的联名代表，您可以直接评价。"
    )


def may_give_word(user: Any, word: Any, *, on: date) -> Verdict:
    """The co-signer in person, once, until the lead has rated; nobody who works for a handling unit (F33)."""
    suggestion = word.suggestion
    return (
        when(word.cosigner.mandate_id in relations.own_mandates(user), "只有联名代表本人可以提出意见。", "role")
        & when(not relations.acts_for_another(user), NOT_FOR_ANOTHER, "role")
        & when(not relations.is_handler(user, suggestion, on), "您在该建议的承办单位任职，不参加评价。", "role")
        & when(word.is_open, "您已提出意见。")
        & when(
            suggestion.state == SuggestionState.REPLIED and _is_current(word), "领衔代表已作出评价，无需再提出意见。"
        )
    )


def _not_rated(suggestion: Any) -> Verdict:
    """In the state for it; who comes a second time is told what he gave and what comes next."""
    verdict = SUGGESTION_FLOW.verdict("rate", suggestion.state)
    given = [] if verdict else list(suggestion.ratings.all())[-1:]
    if not given:
        return verdict
    last = given[0]
    grades = f"办理态度{last.get_attitude_display()}、办理结果{last.get_result_display()}"
    again = suggestion.state == SuggestionState.REHANDLING
    then = "收到重新办理的答复后，请再次评价" if again else "还有意见的，请与代表工作机构联系"
    return refuse(
        f"您已于{day_word(timezone.localdate(last.rated_at))}作出评价：{grades}。每次答复只评价一次，{then}。", "state"
    )


def _is_current(word: Any) -> bool:
    turn = word.suggestion.current_round()
    return turn is not None and turn.pk == word.round_id


def _has_asked(suggestion: Any, on: date) -> Verdict:
    """All asked have answered, or were given their days; never beyond the last day of the rating itself."""
    if not suggestion.must_ask_cosigners(on):
        return allow()
    words = suggestion.words_of_round()
    if not words:
        return refuse("联名建议由领衔代表征求联名代表意见后评价，请先征求意见。", "state")
    waiting = [word for word in words if word.is_open and on <= word.due_on]
    last = suggestion.rating_due_on()
    if not waiting or last is None or on >= last:
        return allow()
    until = min(max(word.due_on for word in waiting), last).strftime("%-m月%-d日")
    return refuse(
        f"还有{len(waiting)}名联名代表没有答复，答复期限为{until}；全部答复或者期满后，您就可以评价。", "date"
    )


def may_see_rater(user: Any, rating: Any, *, on: date) -> Verdict:
    """Units learn who of joint proposers gave a grade only when the matter is over."""
    suggestion = rating.suggestion
    if relations.is_partaking(user, suggestion) or relations.is_office(user, suggestion, on):
        return when(True, "")
    handler = relations.is_handler(user, suggestion, on)
    open_still = suggestion.current_round_is_open()
    return when(not (handler and open_still), "办理期间不向承办单位显示评价人。", "role")
