from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_submit, motion_in_time
from suggestions.states import SUGGESTION_FLOW, Channel, Kind, Origin, SeriesKind
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import start_office
from suggestions.transitions.create_draft import channel_on
from suggestions.transitions.numbering import take_number
from suggestions.transitions.wording import keep_text

PLACE = ("kind", "origin", "channel", "meeting", "motion_number", "motion_number_text")
HANDED_IN = (*PLACE, "refusal_ground", "refusal_result", "submitted_at", "saved_at")


@transaction.atomic
def submit(pk: Any, *, by: Any, at: datetime, version: int | None = None, as_suggestion: bool = False) -> Suggestion:
    """The lead hands the paper in; the office has the screening period to answer.

    Refused while a co-signer has not confirmed, while a motion lacks proposers, and for a motion after the presidium's
    closing hour: with `as_suggestion` it goes on as a suggestion and keeps the number it has as a motion (SHYA).
    The office hears of it.
    """
    suggestion = open_suggestion(pk, version)
    late = suggestion.kind == Kind.MOTION and as_suggestion and not motion_in_time(suggestion, at)
    if late:
        _turn_into_suggestion(suggestion, at)
    may_submit(by, suggestion, on=day_of(at)).require()
    motion_in_time(suggestion, at).require()
    _place_in_time(suggestion, at)
    suggestion.refusal_ground, suggestion.refusal_result = None, ""
    move(suggestion, SUGGESTION_FLOW, "submit", *HANDED_IN)
    kept = keep_text(suggestion, by=by, at=at)
    start_office("screening", suggestion, suggestion, on=day_of(at), by=by, at=at)
    version_word = f"，留存第{kept.number}版" if kept else ""
    numbered = f"（{suggestion.motion_number_text}）" if suggestion.motion_number_text else ""
    late_word = f"，逾议案截止时间{numbered}，作为建议提出" if late else ""
    note("submit", suggestion, f"提交{suggestion.get_kind_display()}{late_word}{version_word}。", by=by, at=at)
    notices.submitted(suggestion, by=by, at=at)
    return suggestion


def _turn_into_suggestion(suggestion: Suggestion, at: datetime) -> None:
    """A motion that missed the presidium's hour is numbered among the motions of the session it was meant for."""
    session = suggestion.motion_session(day_of(at))
    if session is not None:
        suggestion.meeting = session
        _, number, text = take_number(suggestion, SeriesKind.MOTION, day_of(at))
        suggestion.motion_number, suggestion.motion_number_text = number, text
    suggestion.kind = Kind.SUGGESTION
    suggestion.origin = Origin.CONVERTED_MOTION if session else Origin.SUGGESTION


def _place_in_time(suggestion: Suggestion, at: datetime) -> None:
    """Session or recess is settled by the first submission: a paper sent back for a comma keeps its place."""
    if suggestion.submitted_at is None:
        place = channel_on(suggestion.term, day_of(at))
        suggestion.channel, suggestion.meeting = place["channel"], place["meeting"]
        suggestion.submitted_at = at
    if suggestion.kind == Kind.MOTION:
        suggestion.channel, suggestion.meeting = Channel.SESSION, suggestion.motion_session(day_of(at))
    suggestion.saved_at = at
