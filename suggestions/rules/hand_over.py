"""Assignment in two steps: the office hands over to the government office, which distributes or returns."""

from datetime import date
from typing import Any

from deputies.states import Level
from foundation.accounts.roles import Role
from foundation.workflow import Verdict, when
from suggestions.rules.office import may_assign
from suggestions.states import SuggestionState

NOT_WITH_GOVERNMENT = "这件建议没有转政府办公室，或者已分办、已退回。"


def may_hand_over(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Whoever may assign it, for suggestions of the district's deputies, where the local rule has two steps."""
    return (
        may_assign(user, suggestion, on=on)
        & when(suggestion.level == Level.DISTRICT, "乡镇人大代表的建议由本乡镇人大直接交办。")
        & when(suggestion.two_steps(on), "本级规定由代表工作机构直接交办到承办单位，不经政府办公室分办。")
    )


def may_distribute(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Somebody of the government office it lies with."""
    paper = suggestion.open_hand_over
    offices = user.organisations(Role.GOVERNMENT_OFFICE, on=on)
    waits = paper is not None and paper.office_id in offices and suggestion.state == SuggestionState.REGISTERED
    return when(offices, "该事项由政府办公室办理。", "role") & when(waits, NOT_WITH_GOVERNMENT)


may_return_hand_over = may_distribute
