"""The beats that the verbs of this room share."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.audit import record
from foundation.workflow import Refused, announce

day_of = timezone.localdate


def note(verb: str, row: Any, summary: str, *, by: Any, at: datetime, visibility: str = "parties") -> None:
    """Writes the event on the row's timeline and lets whoever listens hear it."""
    record(f"supervision.{verb}", row, by=by, at=at, summary=summary, visibility=visibility)
    announce(f"supervision.{verb}", row, by=by, at=at)


def filled(text: str, sentence: str, field: str) -> str:
    """The text without blanks around it; refused with the sentence at its field when nothing is left."""
    if not text.strip():
        raise Refused(sentence, "input", field=field)
    return text.strip()
