"""Taking a paper of several matters apart, with the deputy's agreement."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from suggestions.rules import relations
from suggestions.rules.words import NOT_THE_LEAD, NOT_THE_OFFICE
from suggestions.states import SUGGESTION_FLOW, Kind


def may_propose_split(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """The office, between registration and assignment, of a paper that stands alone."""
    verdict = when(relations.is_office(user, suggestion, on), NOT_THE_OFFICE, "role")
    verdict &= SUGGESTION_FLOW.verdict("split", suggestion.state)
    verdict &= when(suggestion.kind == Kind.SUGGESTION, "议案不能拆分。")
    if not verdict:
        return verdict
    asked = any(split.is_open for split in suggestion.splits.all())
    return when(not asked, "已提出拆分意见，请等待领衔代表答复。") and _stands_alone(suggestion)


def may_answer_split(user: Any, split: Any, *, on: date) -> Verdict:
    """The lead deputy in person, while the paper is not yet assigned, merged or handed over."""
    verdict = (
        when(relations.is_lead(user, split.suggestion), NOT_THE_LEAD, "role")
        & when(split.is_open, "您已答复这份拆分意见。")
        & SUGGESTION_FLOW.verdict("split", split.suggestion.state)
    )
    return verdict and _stands_alone(split.suggestion)


def _stands_alone(suggestion: Any) -> Verdict:
    """Nothing else was decided about the paper as a whole."""
    verdict = when(not suggestion.standing_merges, "已并案的建议不能拆分，请先解除并案。") & when(
        suggestion.open_hand_over is None, "已转政府办公室分办，不能拆分。"
    )
    return verdict and when(not suggestion.is_listed, "已列为重点督办或者安排了专项资金的建议不能拆分。")
