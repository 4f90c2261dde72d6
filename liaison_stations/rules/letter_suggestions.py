"""Who makes a suggestion of letters. It is a deputy's own doing: offices prepare, they do not propose (代表法 24)."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from liaison_stations.states.letter import LETTER_FLOW
from suggestions.rules.proposer import seats_to_write_under
from suggestions.rules.relations import own_mandates
from suggestions.states import FINAL, SuggestionState


def may_propose(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """A deputy in office of this congress, whatever the letter."""
    serving = user.is_authenticated and bool(seats_to_write_under(user, on))
    return when(serving, "由在任代表把来信写成建议；工作人员请先把来信交代表。", "role")


def may_make_suggestion(user: Any, letter: Any, *, on: date) -> Verdict:
    """A deputy who reads the letter, while it waits for an answer. A letter given to another deputy is that one's."""
    mine = letter.deputy_id is None or letter.deputy.user_id == user.pk
    return (
        may_propose(user, on=on)
        & when(mine, "这封来信已交给另一位代表办理。", "role")
        & LETTER_FLOW.verdict("make_suggestion", letter.state)
    )


def may_join(user: Any, suggestion: Any, *, on: date) -> Verdict:
    """Letters join a suggestion its lead deputy still has running."""
    leads = suggestion.lead_id in own_mandates(user)
    return may_propose(user, on=on) & (
        when(leads, "来信只能写入自己领衔的建议。", "role")
        & when(suggestion.state not in (*FINAL, SuggestionState.SPLIT), "这件建议已经结束，请另起一件。")
    )
