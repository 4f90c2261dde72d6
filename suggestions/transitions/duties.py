"""What a deputy has done for a suggestion goes into his performance file, in the transaction of the step itself.

Every line has the suggestion as its source. What was done beside proposing has a part of its own, so that a withdrawn
paper takes out the proposing alone.
"""

from datetime import date, datetime
from typing import Any

from deputies.transitions.record_duty import record_duty, strike_duty
from foundation.deadlines.models import Deadline
from suggestions.models import Award, ContactRecord, KeySupervision, Rating, Suggestion
from suggestions.states import CosignerState, Method
from suggestions.transitions.beats import day_of

# A call or a message is no taking part.
IN_PERSON = (Method.VISIT, Method.MEETING, Method.ON_SITE)
PROPOSED = ""


def enter_proposed(suggestion: Suggestion, *, by: Any, at: datetime) -> None:
    """The lead and everybody who signed, on the day of registration."""
    on = day_of(suggestion.registered_at)
    _enter(suggestion, "suggestion_lead", PROPOSED, on, by=by, at=at)
    signed = suggestion.cosigners.filter(state=CosignerState.CONFIRMED).select_related("mandate")
    for row in signed.order_by("pk"):
        _enter(suggestion, "suggestion_cosign", PROPOSED, on, deputy=row.mandate.deputy_id, by=by, at=at)


def take_out_proposed(suggestion: Suggestion, reason: str, *, by: Any, at: datetime) -> None:
    """The paper was withdrawn or taken apart: its proposing does not count any more."""
    strike_duty(suggestion, part=PROPOSED, reason=reason, by=by, at=at)


def enter_rated(rating: Rating, *, by: Any, at: datetime) -> None:
    """A rating before its clock has run out; call it before the clock is stopped."""
    suggestion, on = rating.suggestion, day_of(at)
    clocks = Deadline.objects.of(suggestion).filter(kind="rating", met_at=None, cancelled_at=None)
    if not clocks.filter(due_on__lt=on).exists():
        _enter(suggestion, "reply_rated", f"rating:{rating.pk}", on, by=by, at=at)


def enter_joined(contact: ContactRecord, *, by: Any, at: datetime) -> None:
    """A talk or a visit with the unit, face to face, which the deputy himself has confirmed."""
    if contact.method in IN_PERSON:
        suggestion = contact.assignment.suggestion
        _enter(suggestion, "handling_joined", f"contact:{contact.pk}", contact.held_on, by=by, at=at)


def enter_key(key: KeySupervision, *, by: Any, at: datetime) -> None:
    """The council of chairpersons has chosen it."""
    _enter(key.suggestion, "suggestion_key", f"key:{key.pk}", day_of(at), by=by, at=at)


def take_out_key(key: KeySupervision, *, by: Any, at: datetime) -> None:
    """The council has taken it off its list."""
    strike_duty(key.suggestion, part=f"key:{key.pk}", reason=key.removal_reason, by=by, at=at)


def enter_awarded(award: Award, on: date, *, by: Any, at: datetime) -> None:
    """A meeting has chosen it among the excellent ones; the award of a unit is nobody's duty."""
    if award.suggestion is not None:
        _enter(award.suggestion, "suggestion_excellent", f"award:{award.pk}", on, by=by, at=at)


def _enter(
    suggestion: Suggestion, kind: str, part: str, on: date, *, by: Any, at: datetime, deputy: int | None = None
) -> None:
    """For the lead unless another deputy is named."""
    record_duty(
        deputy or suggestion.lead.deputy_id,
        kind,
        on=on,
        # Some who read the file may not read the paper: they get its number, whoever may opens it from there.
        title=f"{suggestion.number_text}{suggestion.get_kind_display()}",
        source=suggestion,
        part=part,
        level=suggestion.level,
        by=by,
        at=at,
    )
