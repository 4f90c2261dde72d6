"""The next round: follows from a rating or a mediation, is never called by a page."""

from datetime import date, datetime
from typing import Any

from suggestions import notices
from suggestions.models import Round, Suggestion
from suggestions.states import ASSIGNMENT_FLOW, SUGGESTION_FLOW, UnitRole
from suggestions.states import AssignmentState as A
from suggestions.transitions.beats import day_of, move, note
from suggestions.transitions.clocks import OPINION_CLOCKS, start_part, stop


def rehandle(suggestion: Suggestion, because: str, *, by: Any, at: datetime) -> Round:
    """Opens the next round, or goes on with the one a mediation interrupted; every unit has its new clock.

    Replies, opinions and the rating of the former round stay as they are. Units, office and committee hear why.
    `by` is None when it follows from a rating.
    """
    move(suggestion, SUGGESTION_FLOW, "rehandle")
    turn = suggestion.rounds.latest("number")
    if turn.closed_at is not None:
        turn = _next(suggestion, turn, because, at)
    due = _set_to_work(suggestion, by=by, at=at)
    note("rehandle", suggestion, f"第{turn.number}轮办理。{because}", by=by, at=at, round=turn.number)
    notices.rehandled(turn, due, by=by, at=at)
    return turn


def _next(suggestion: Suggestion, former: Round, because: str, at: datetime) -> Round:
    turn = Round.objects.create(suggestion=suggestion, number=former.number + 1, opened_at=at, because=because[:200])
    for part in suggestion.assignments.select_for_update(no_key=True).filter(
        state__in=(A.DELIVERED, A.OPINION_GIVEN, A.BOUNCED)
    ):
        move(part, ASSIGNMENT_FLOW, "rehandle")
    return turn


def _set_to_work(suggestion: Suggestion, *, by: Any, at: datetime) -> date:
    due = day_of(at)
    for part in suggestion.answering_assignments().exclude(state=A.DELIVERED):
        due = max(due, start_part("re_reply", part, on=day_of(at), by=by, at=at).due_on)
    for part in suggestion.assignments.filter(role=UnitRole.CO, state__in=(A.ACKNOWLEDGED, A.BOUNCED)):
        stop(part, at=at, reason="重新办理", kinds=OPINION_CLOCKS)
        start_part("co_opinion_redo", part, on=day_of(at), by=by, at=at)
    return due
