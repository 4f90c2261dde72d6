from datetime import datetime
from typing import Any

from django.db import transaction

from suggestions import notices
from suggestions.models import Suggestion
from suggestions.rules import may_submit, motion_in_time
from suggestions.states import SUGGESTION_FLOW, Channel, Kind, Origin
from suggestions.transitions.beats import day_of, move, note, open_suggestion
from suggestions.transitions.clocks import start_office
from suggestions.transitions.create_draft import channel_on
from suggestions.transitions.wording import keep_text


@transaction.atomic
def submit(pk: Any, *, by: Any, at: datetime, version: int | None = None, as_suggestion: bool = False) -> Suggestion:
    """The lead hands the paper in; the office has the screening period to answer.

    Refused while a co-signer has not confirmed, while a motion lacks proposers, and for a motion after the presidium's
    closing hour: with `as_suggestion` it is handed in as a suggestion instead (SHYA). The office hears of it.
    """
    suggestion = open_suggestion(pk, version)
    if as_suggestion:
        suggestion.kind, suggestion.origin = Kind.SUGGESTION, Origin.SUGGESTION
    may_submit(by, suggestion, on=day_of(at)).require()
    motion_in_time(suggestion, at).require()
    _place_in_time(suggestion, at)
    move(suggestion, SUGGESTION_FLOW, "submit", "kind", "origin", "channel", "meeting", "submitted_at", "saved_at")
    kept = keep_text(suggestion, by=by, at=at)
    start_office("screening", suggestion, suggestion, on=day_of(at), by=by, at=at)
    version_word = f"，留存第{kept.number}版" if kept else ""
    note("submit", suggestion, f"提交{suggestion.get_kind_display()}{version_word}。", by=by, at=at)
    notices.submitted(suggestion, by=by, at=at)
    return suggestion


def _place_in_time(suggestion: Suggestion, at: datetime) -> None:
    """Session or recess is settled by the first submission: a paper sent back for a comma keeps its place."""
    if suggestion.submitted_at is None:
        place = channel_on(suggestion.term, day_of(at))
        suggestion.channel, suggestion.meeting = place["channel"], place["meeting"]
        suggestion.submitted_at = at
    if suggestion.kind == Kind.MOTION:
        suggestion.channel, suggestion.meeting = Channel.SESSION, suggestion.motion_session(day_of(at))
    suggestion.saved_at = at
