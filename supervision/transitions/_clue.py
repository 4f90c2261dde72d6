"""The beats that the verbs of the restricted list share. What is recorded and told never says what a clue says."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from foundation import deadlines
from foundation.files.keeping import keep
from foundation.files.names import extension_of
from foundation.workflow import Refused, lock
from supervision.models import Clue, ClueEntry
from supervision.notices import clues as notices
from supervision.rules import clues as rules
from supervision.states.clues import CLOCKS, CLUE_FLOW
from supervision.transitions._beats import day_of, note


def opened(verb: str, pk: Any, by: Any, at: datetime, version: int | None) -> Clue:
    """The row, locked, once its rule has said yes."""
    clue = lock(Clue, pk, version=version)
    getattr(rules, f"may_{verb}")(by, clue, on=day_of(at)).require()
    return clue


def move(
    clue: Clue, verb: str, kind: str, text: str, *fields: str, files: Iterable[Any], by: Any, at: datetime
) -> Clue:
    """Takes the step: state and fields, the clock of the new state, the line of the story, the event, the notice."""
    before, clue.state = clue.state, CLUE_FLOW.target(verb, clue.state)
    clue.bump("state", *fields)
    if before != clue.state:
        turn_clock(clue, before, at=at)
    write(clue, kind, text, files=files, by=by, at=at)
    note(verb, clue, f"{CLUE_FLOW.label(verb)}。", by=by, at=at, visibility="office")
    notices.waits(clue, by=by, at=at)
    return clue


def turn_clock(clue: Clue, before: str, *, at: datetime) -> None:
    """Nobody's name stands on a clock here: clocks are looked at by those who keep the system."""
    if before in CLOCKS:
        deadlines.meet(CLOCKS[before], clue, at=at)
    if clue.state in CLOCKS:
        deadlines.start(CLOCKS[clue.state], clue, on=day_of(at), by=None, at=at)


def write(clue: Clue, kind: str, text: str, *, files: Iterable[Any], by: Any, at: datetime) -> ClueEntry:
    """One more line; its papers are kept under names that say nothing."""
    entry = ClueEntry.objects.create(clue=clue, kind=kind, text=text, at=at, by=by)
    uploads = list(files or ())
    for number, upload in enumerate(uploads, 1):
        upload.name = f"线索材料{entry.pk}-{number}.{extension_of(upload.name)}"
    keep(entry, uploads, by=by, at=at)
    return entry


def past(day: date | None, at: datetime, sentence: str, field: str, *, since: date | None = None) -> date:
    """A day that has come, not before `since`."""
    if day is None or day > day_of(at):
        raise Refused(sentence, "input", field=field)
    if since and day < since:
        raise Refused("不能早于移送日期，请核对。", "input", field=field)
    return day
