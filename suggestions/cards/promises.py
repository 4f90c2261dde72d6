"""Queues of promises: each answers the cases in which one waits for this person."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from foundation.deadlines.models import Deadline
from suggestions.cards.rows import seen, with_papers
from suggestions.models import Assignment, CarryOver, Commitment, LookBackItem, Suggestion
from suggestions.models.progress import Tone
from suggestions.states import FINAL, CommitmentState


def promises_to_confirm(user: Any, on: date) -> QuerySet:
    reported = Commitment.objects.visible_to(user).filter(state=CommitmentState.REPORTED)
    return seen(user).filter(with_papers(reported, "suggestion"))


def promises(user: Any, on: date) -> QuerySet:
    """Promises of the own unit that are still open."""
    mine = Assignment.objects.of_units(user).values("pk")
    return seen(user).filter(
        with_papers(Commitment.objects.filter(state=CommitmentState.OPEN, assignment__in=mine), "suggestion")
    )


def progress_due(user: Any, on: date) -> QuerySet:
    """Promises of the own unit whose monthly report is nearly or past due."""
    asked = Deadline.objects.open().filter(kind="promise_progress", yellow_on__lte=on)
    rows = Commitment.objects.of_units(user).open().filter(pk__in=asked.subject_ids(Commitment))
    return seen(user).filter(with_papers(rows, "suggestion"))


def carries_to_explain(user: Any, on: date) -> QuerySet:
    owed = CarryOver.objects.unexplained().filter(commitment__in=Commitment.objects.of_units(user).open())
    return seen(user).filter(with_papers(owed, "suggestion"))


def look_backs(user: Any, on: date) -> QuerySet:
    """Replies of the own unit that are looked back at and not yet answered for."""
    mine = Assignment.objects.of_units(user).values("pk")
    asked = LookBackItem.objects.filter(answered_at=None, look_back__closed_at=None, assignment__in=mine)
    return seen(user).filter(with_papers(asked, "suggestion"))


def promises_to_rate(user: Any, on: date) -> QuerySet:
    """Kept promises that wait for the deputy's second rating."""
    confirmed = Commitment.objects.filter(state=CommitmentState.CONFIRMED)
    return Suggestion.objects.led_by(user).filter(with_papers(confirmed, "suggestion"))


def promises_late(user: Any, on: date) -> QuerySet:
    """Promises past their day, or graded red by their own unit."""
    # The end of the case is asked of the few that are late, not of every open promise.
    late = Commitment.objects.filter(Q(due_on__lt=on) | Q(colour__tone=Tone.RED), state=CommitmentState.OPEN)
    return seen(user).filter(with_papers(late, "suggestion")).exclude(state__in=FINAL)
