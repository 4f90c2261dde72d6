"""The rota in the world of the walk: lin has a turn to come and one that is over, and asks deng to swap."""

from datetime import datetime, timedelta
from typing import Any

from deputies.models import Deputy
from foundation.workflow import announce
from liaison_stations.models import ReceptionRecord, Station, StationDeputy
from liaison_stations.transitions.receptions import record_reception
from liaison_stations.transitions.rota_rules import add_rule
from liaison_stations.transitions.slots import add_slot, close_slot
from liaison_stations.transitions.turns import ask_swap
from tests.liaison_stations.net import OPENED
from tests.liaison_stations.receiving import TUESDAYS
from tests.walk.cases import Secret, World
from tests.walk.people import OFFICE


def tell(world: World, at: datetime) -> None:
    """At the station jiang keeps; and visitors there."""
    cast, rows = world.cast, world.rows
    station, lin, deng = rows["station"], world.register.lin.deputy, world.register.deng.deputy
    keeper = {"by": cast.jiang, "at": at}
    StationDeputy.objects.create(station=station, deputy=deng, from_date=OPENED)
    rows["rota-rule"] = add_rule(station, **keeper, **TUESDAYS)

    def slot(after: timedelta) -> Any:
        starts = at + after
        return add_slot(station, starts_at=starts, ends_at=starts + timedelta(hours=1), deputies=[lin], **keeper)

    rows["slot"], rows["slot-asked"] = slot(timedelta(days=20)), slot(timedelta(days=30))
    rows["slot-today"], held = slot(timedelta(minutes=1)), slot(timedelta(minutes=2))
    rows["slot-closed"] = close_slot(held, present=[lin], visitors=1, by=cast.jiang, at=at + timedelta(hours=2))
    rows["turn"], rows["turn-asked"] = rows["slot"].turns.get(), rows["slot-asked"].turns.get()
    rows["swap"] = ask_swap(rows["turn-asked"], other=deng, reason="出差", by=cast.lin, at=at)
    _visits(world, station, lin, at)


def _visits(world: World, station: Station, lin: Deputy, at: datetime) -> None:
    """One that goes on, one whose letter was answered, one settled on the spot."""
    keeper = {"by": world.cast.jiang, "at": at, "received_at": at, "deputies": [lin]}

    def visit(token: str, **words: Any) -> ReceptionRecord:
        facts = {"kind": "opinion", "title": f"密接待{token}号", "text": f"密接待{token}号原话。", "path": "unit"}
        return record_reception(station, token=token, **{**facts, **words}, **keeper).record

    world.rows["record"], answered = visit("甲"), visit("乙")
    announce("liaison_stations.answer_letter", answered.letter, by=world.cast.he, at=at)
    world.rows["record-answered"] = answered
    world.rows["record-spot"] = visit("丙", path="spot", answer="密接待丙号答复。")
    read_by = OFFICE | {"zhao", "qian", "wei", "jiang", "lin"}
    world.secrets += [Secret(f"密接待{word}号", read_by) for word in "甲乙丙"]
