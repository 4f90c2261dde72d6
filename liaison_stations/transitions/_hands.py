"""How a letter passes from hand to hand: whose clock ends, whose begins, by what name the writer reads of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from foundation import deadlines
from foundation.workflow import Verdict, lock
from liaison_stations.models import Letter
from liaison_stations.transitions._letter import day_of

HOUSE = "代表联络工作机构"


def opened(verb: str, pk: Any, rule: Callable[..., Verdict], by: Any, at: datetime, version: int | None) -> Letter:
    """The letter, locked, after the rule has allowed `verb`; with the key its words open with."""
    letter = lock(Letter, pk, version=version)
    rule(by, letter, on=day_of(at)).require()
    return letter


def turn(letter: Letter, clock: str, *, organisation: Any = None, user: Any = None, by: Any, at: datetime) -> None:
    """Every clock that runs on the letter is met, and `clock` starts for whoever has it now ("" for nobody)."""
    for running in deadlines.clocks_of(letter):
        if running.is_open:
            deadlines.meet(running.kind, letter, at=at)
    if letter.asked_at is not None or letter.delay_asked_at is not None:
        letter.asked_at = letter.delay_asked_at = None
        letter.save(update_fields=["asked_at", "delay_asked_at"])
    if clock:
        deadlines.start(clock, letter, on=day_of(at), organisation=organisation, user=user, by=by, at=at)


def name_of_house(letter: Letter) -> str:
    """Who speaks to the writer: the station he wrote to, else the office."""
    return letter.to_station.name if letter.to_station_id else HOUSE


def name_of_deputy(letter: Letter) -> str:
    return f"{letter.deputy.name}代表" if letter.deputy_id else ""
