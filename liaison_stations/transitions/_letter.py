"""The beats that verbs about letters share."""

from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from foundation.audit import record
from foundation.workflow import Refused, announce
from liaison_stations.models import Letter, LetterEvent
from liaison_stations.notices.letter_mail import mail_writer
from liaison_stations.states.letter import LETTER_FLOW, EventKind

day_of = timezone.localdate
WRITER = "来信人"


def note(verb: str, letter: Model, summary: str, *, by: Any, at: datetime, **data: Any) -> None:
    """The event in the audit trail, without a word of the letter or of its writer; rooms above hear it."""
    record(f"liaison_stations.{verb}", letter, by=by, at=at, summary=summary, data=data)
    announce(f"liaison_stations.{verb}", letter, by=by, at=at, **data)


def say(
    letter: Letter, kind: str, text: str = "", *, by: Any, at: datetime, speaker: str = "", public: bool = True
) -> LetterEvent:
    """Adds a word to the thread: public to the writer, or inside. `speaker` is the name the writer reads."""
    event = LetterEvent(letter=letter, kind=kind, at=at, by=getattr(by, "acted_by", None) or by, is_public=public)
    event.speaker = speaker or ("" if by else WRITER)
    event.text = text.strip()
    event.save(force_insert=True)
    if public and (by or kind == EventKind.POSTED):
        mail_writer(event, at=at)
    return event


def move(letter: Letter, verb: str, *fields: str, to: str | None = None) -> None:
    """To the state the verb leads to, with the changed columns."""
    letter.state = LETTER_FLOW.target(verb, letter.state, to=to)
    letter.bump("state", *fields)


def filled(text: str, sentence: str, field: str) -> str:
    """The text without blanks around it; refused with the sentence at its field when nothing is left."""
    if not text.strip():
        raise Refused(sentence, "input", field=field)
    return text.strip()
