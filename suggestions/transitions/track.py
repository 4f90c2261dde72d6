"""A promise outlives the rating: follows from a rating, a mediation or the deputy's silence."""

from datetime import datetime
from typing import Any

from suggestions import notices
from suggestions.models import Suggestion
from suggestions.states import SUGGESTION_FLOW
from suggestions.transitions.beats import move, note


def track(suggestion: Suggestion, *, by: Any, at: datetime) -> Suggestion:
    """The open promises are followed until they are kept (F34); their clocks run since the reply. Units hear."""
    move(suggestion, SUGGESTION_FLOW, "track")
    note("track", suggestion, "转入承诺事项跟踪。", by=by, at=at)
    notices.tracked(suggestion, by=by, at=at)
    return suggestion
