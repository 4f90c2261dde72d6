"""The daily look at the ledger. It asks how things stand, not what day it is: late, doubled or after an import the
same rows come out."""

from datetime import datetime

from deputies.models import Term
from suggestions.models import Commitment, Threshold
from suggestions.models.threshold import STATEMENT_MONTH
from suggestions.transitions.beats import day_of
from suggestions.transitions.carry_over import carry_over
from suggestions.transitions.clocks import start_progress
from suggestions.transitions.statements import open_statements


def keep_ledger(*, at: datetime) -> dict[str, int]:
    """Starts monthly reports nobody has been asked for, carries open promises over, opens year-end statements.

    Answers how many of each; zero everywhere when it has run already.
    """
    done = {"clocks": _clocks(at), "years": _years(at), "terms": _terms(at), "statements": 0}
    from_month = Threshold.objects.amount(STATEMENT_MONTH, day_of(at), default=10)
    if day_of(at).month >= from_month:
        done["statements"] = len(open_statements(at=at))
    return done


def _clocks(at: datetime) -> int:
    waiting = Commitment.objects.without_progress_clock().select_related("assignment")
    return sum(bool(start_progress(promise, on=day_of(at), by=None, at=at)) for promise in waiting)


def _years(at: datetime) -> int:
    this_year = day_of(at).year
    old = Commitment.objects.open().filter(made_at__year__lt=this_year).exclude(carryover_set__year=this_year)
    return sum(carry_over(promise, at=at) is not None for promise in old)


def _terms(at: datetime) -> int:
    """Promises made under an earlier term of a congress that has a new one by now."""
    count = 0
    for term in Term.objects.filter(is_current=True):
        old = Commitment.objects.open().filter(
            suggestion__term__congress=term.congress_id, suggestion__term__number__lt=term.number
        )
        for promise in old.exclude(carryover_set__term=term):
            count += carry_over(promise, at=at, term=term) is not None
    return count
