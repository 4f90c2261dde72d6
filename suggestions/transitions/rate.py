from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.audit.models import Visibility
from foundation.workflow import Refused
from suggestions import notices
from suggestions.models import Rating, Suggestion, Threshold
from suggestions.models.threshold import MEDIATION_AFTER
from suggestions.rules import may_rate
from suggestions.states import SUGGESTION_FLOW, CosignerState, Ending, Grade
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import end_words
from suggestions.transitions.close import finish
from suggestions.transitions.duties import enter_rated
from suggestions.transitions.mediate import open_mediation
from suggestions.transitions.rehandle import rehandle
from suggestions.transitions.track import track


@transaction.atomic
def rate(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, attitude: str, result: str, reason: str = ""
) -> Rating:
    """The lead deputy rates attitude and result of the round, each by itself, with a reason where dissatisfied (F31).

    Refused to every other account. Dissatisfied in either dimension opens the next round with its clock and notices
    in this very transaction (L8, F32); repeated dissatisfaction goes to mediation; a promise is tracked; else it is
    closed. Units hear grades and reason, never whose they are.
    """
    suggestion = open_suggestion(pk, version)
    may_rate(by, suggestion, on=day_of(at)).require()
    check_grades(attitude, result, reason)
    return give(suggestion, attitude, result, reason, by=by, at=at)


def check_grades(attitude: str, result: str, reason: str) -> None:
    """Refused unless both grades are given, and a reason with them where one is dissatisfied."""
    if attitude not in Grade.values or result not in Grade.values:
        raise Refused("请对办理态度和办理结果分别作出评价。", "input")
    if Grade.DISSATISFIED in (attitude, result) and not reason.strip():
        raise Refused("评价为不满意的，请写明原因。", "input")


def give(suggestion: Suggestion, attitude: str, result: str, reason: str, *, by: Any, at: datetime) -> Rating:
    """Writes the rating of the present round and takes the step that follows from it; the caller has asked the rule."""
    turn = suggestion.current_round()
    consulted = _consulted(suggestion, attitude, result, at=at)
    rating = Rating.objects.create(
        suggestion=suggestion,
        round=turn,
        attitude=attitude,
        result=result,
        reason=reason,
        rated_by=suggestion.lead,
        rated_at=at,
        **consulted,
    )
    enter_rated(rating, by=by, at=at)
    turn.closed_at = at
    turn.save(update_fields=["closed_at"])
    move(suggestion, SUGGESTION_FLOW, "rate")
    deadlines.meet("rating", suggestion, at=at)
    note("rate", suggestion, _words(rating), by=by, at=at, visibility=Visibility.OFFICE, round=turn.number)
    notices.rated(rating, by=by, at=at)
    _follow(rating, at=at)
    return rating


def _consulted(suggestion: Suggestion, attitude: str, result: str, *, at: datetime) -> dict[str, int]:
    """How many co-signers think as the lead does, think otherwise, or kept silent; nothing where none was asked."""
    words = suggestion.words_of_round()
    if not words:
        return {}
    end_words(suggestion, at=at, reason="领衔代表已评价")
    answered = [word for word in words if not word.is_open]
    same = sum(word.agrees_with(attitude, result) for word in answered)
    signed = suggestion.cosigners.filter(state=CosignerState.CONFIRMED).count()
    silent = signed - len(answered)
    return {"cosigners_same": same, "cosigners_other": len(answered) - same, "cosigners_silent": silent}


def _follow(rating: Rating, *, at: datetime) -> None:
    """What follows is the rule's doing: no clock, event or message of it may name who rated."""
    suggestion = rating.suggestion
    if rating.is_dissatisfied:
        _dissatisfied(rating, at=at)
    elif suggestion.commitments.running().exists():
        track(suggestion, by=None, at=at)
    else:
        finish(suggestion, Ending.RATED, by=None, at=at)


def _dissatisfied(rating: Rating, *, at: datetime) -> None:
    suggestion = rating.suggestion
    times = sum(known.is_dissatisfied for known in suggestion.ratings.all())
    limit = Threshold.objects.amount(MEDIATION_AFTER, day_of(at), suggestion.level)
    because = _words(rating)
    if limit and times >= limit:
        open_mediation(suggestion, f"第{times}次评价为不满意。{because}", by=None, at=at)
    else:
        rehandle(suggestion, because, by=None, at=at)


def _words(rating: Rating) -> str:
    reason = f"原因：{rating.reason}" if rating.reason else ""
    return f"代表评价：办理态度{rating.get_attitude_display()}，办理结果{rating.get_result_display()}。{reason}"
