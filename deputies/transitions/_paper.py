"""The beats that verbs about papers of the room share."""

from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from foundation.audit import record
from foundation.workflow import Refused, announce

day_of = timezone.localdate


def note(
    verb: str, paper: Model, summary: str, *, by: Any, at: datetime, visibility: str = "parties", **data: Any
) -> None:
    """Writes the event on the paper's timeline and lets the rooms above hear it."""
    record(f"deputies.{verb}", paper, by=by, at=at, summary=summary, data=data, visibility=visibility)
    announce(f"deputies.{verb}", paper, by=by, at=at, **data)


def filled(text: str, sentence: str, field: str) -> str:
    """The text without blanks around it; refused with the sentence at its field when nothing is left."""
    if not text.strip():
        raise Refused(sentence, "input", field=field)
    return text.strip()
