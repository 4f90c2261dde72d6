from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.audit.models import Visibility
from suggestions import notices
from suggestions.models import Commitment, CommitmentRating, ProgressColour
from suggestions.rules import may_rate_promise, may_settle_promise
from suggestions.states import CommitmentState, Ending, SuggestionState
from suggestions.transitions.beats import day_of, note, open_unit_paper
from suggestions.transitions.clocks import start_commitment, stop, stop_promise
from suggestions.transitions.close import finish
from suggestions.transitions.rate import check_grades
from suggestions.transitions.record_progress import add_progress


@transaction.atomic
def rate_promise(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, attitude: str, result: str, reason: str = ""
) -> CommitmentRating:
    """The lead deputy rates a promise the office holds to be kept; `pk` is the Commitment.

    Not dissatisfied: the promise is done and the class of the reply raised. Dissatisfied in either dimension: nothing
    is raised and the promise is followed on. Units hear grades and reason, never whose they are.
    """
    commitment = open_unit_paper(Commitment, pk)
    may_rate_promise(by, commitment, on=day_of(at)).require()
    check_grades(attitude, result, reason)
    rating = CommitmentRating.objects.create(
        suggestion=commitment.suggestion,
        commitment=commitment,
        attitude=attitude,
        result=result,
        reason=reason,
        rated_by=commitment.suggestion.lead,
        rated_at=at,
    )
    deadlines.meet("promise_rating", commitment, at=at)
    summary = f"代表对承诺兑现再次评价：{rating}。{reason}"
    note("rate_promise", commitment.suggestion, summary, by=by, at=at, visibility=Visibility.OFFICE, rating=rating.pk)
    notices.promise_rated(rating, by=by, at=at)
    if rating.is_dissatisfied:
        _follow_on(commitment, at=at)
    else:
        _raise(commitment, at=at)
    return rating


@transaction.atomic
def settle_promise(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> Commitment:
    """The office notes that the deputy did not rate a kept promise a second time; its class stays what it was."""
    commitment = open_unit_paper(Commitment, pk)
    may_settle_promise(by, commitment, on=day_of(at)).require()
    stop(commitment, at=at, reason="代表未再评价", kinds=("promise_rating",))
    note("settle_promise", commitment.suggestion, "代表未再评价，承诺按已兑现记载，类别不变。", by=by, at=at)
    _done(commitment, at=at)
    notices.promise_settled(commitment, by=by, at=at)
    return commitment


def _follow_on(commitment: Commitment, *, at: datetime) -> None:
    """What follows is the rule's doing: no clock, event or message of it may name who rated."""
    commitment.state = CommitmentState.OPEN
    commitment.save(update_fields=["state"])
    start_commitment(commitment, on=day_of(at), by=None, at=at)
    note("follow_on", commitment.suggestion, "代表对兑现情况不满意，承诺继续跟踪，类别不变。", by=None, at=at)


def _raise(commitment: Commitment, *, at: datetime) -> None:
    old = commitment.reply.result_class if commitment.reply else None
    new = old.upgraded(day_of(at)) if old else None
    if new:
        commitment.upgraded_to, commitment.upgraded_at = new, at
        summary = f"{commitment.assignment.unit}答复由{old.code}类升为{new.code}类。"
        note("upgrade", commitment.suggestion, summary, by=None, at=at, commitment=commitment.pk)
    _done(commitment, at=at)


def _done(commitment: Commitment, *, at: datetime) -> None:
    """Kept for good; with the last promise the suggestion is closed."""
    commitment.state = CommitmentState.FULFILLED
    commitment.save(update_fields=["state", "upgraded_to", "upgraded_at"])
    if colour := ProgressColour.objects.on(day_of(at)).filter(is_done=True).first():
        add_progress(commitment, colour, "承诺已确认兑现。", by=None, at=at)
    stop_promise(commitment, at=at, reason="承诺已兑现")
    suggestion = commitment.suggestion
    if suggestion.state == SuggestionState.TRACKING and not suggestion.commitments.running().exists():
        finish(suggestion, Ending.FULFILLED, by=None, at=at)
