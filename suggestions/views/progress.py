"""The stepper of a suggestion: the stations of the road, how far it has come, and on which day each was passed."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from foundation.web.chinese import date_text
from suggestions.states import SuggestionState as S

STATIONS = ("提出", "立案", "交办", "办理", "答复", "评价", "办结")
# The station at which a suggestion in this state stands.
STANDS_AT = {
    S.DRAFT: 0,
    S.COSIGNING: 0,
    S.SENT_BACK: 0,
    S.SUBMITTED: 1,
    S.REGISTERED: 2,
    S.ASSIGNED: 3,
    S.HANDLING: 3,
    S.REHANDLING: 3,
    S.REPLIED: 5,
    S.RATED: 5,
    S.MEDIATION: 5,
    S.SPLIT: 3,
    S.TRACKING: 6,
    S.CLOSED: 7,
}
ENDED_EARLY = {S.NOT_FILED: "不予立案", S.WITHDRAWN: "已撤回"}


def progress_of(suggestion: Any, *, replied_at: datetime | None = None, rated_at: datetime | None = None) -> list[dict]:
    """Steps for `components/stepper.html`: label, state (done, current, todo), note."""
    if suggestion.state in ENDED_EARLY:
        return _ended_early(suggestion)
    here = STANDS_AT[suggestion.state]
    moments = (
        suggestion.submitted_at,
        suggestion.registered_at,
        suggestion.first_assigned_on,
        None,
        replied_at,
        rated_at,
        suggestion.closed_at,
    )
    steps = []
    for place, (label, moment) in enumerate(zip(STATIONS, moments, strict=True)):
        note = suggestion.get_state_display() if place == here else _day(moment) if place < here else ""
        steps.append({"label": label, "state": _state(place, here), "note": note})
    return steps


def _state(place: int, here: int) -> str:
    if place == here:
        return "current"
    return "done" if place < here else "todo"


def _day(moment: date | datetime | None) -> str:
    return date_text(timezone.localdate(moment) if isinstance(moment, datetime) else moment) if moment else ""


def _ended_early(suggestion: Any) -> list[dict]:
    passed = [(STATIONS[0], suggestion.submitted_at), (STATIONS[1], suggestion.registered_at)]
    passed += [(STATIONS[2], suggestion.first_assigned_on)]
    steps = [{"label": label, "state": "done", "note": _day(moment)} for label, moment in passed if moment]
    return [*steps, {"label": ENDED_EARLY[suggestion.state], "state": "current", "note": _day(suggestion.withdrawn_at)}]
