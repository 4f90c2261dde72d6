"""The rota in the world of the walk: lin has a turn to come and one that is over, and asks deng to swap."""

from datetime import datetime, timedelta
from typing import Any

from liaison_stations.models import StationDeputy
from liaison_stations.transitions.rota_rules import add_rule
from liaison_stations.transitions.slots import add_slot, close_slot
from liaison_stations.transitions.turns import ask_swap
from tests.liaison_stations.net import OPENED
from tests.liaison_stations.receiving import TUESDAYS
from tests.walk.cases import World


def tell(world: World, at: datetime) -> None:
    """At the station jiang keeps."""
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
