"""Stations in the world of the walk: as in the tests of the room."""

from datetime import datetime
from decimal import Decimal

from liaison_stations.transitions.station_rooms import enter_fund
from tests.liaison_stations.net import lay
from tests.walk.cases import Secret, World
from tests.walk.people import OFFICE


def tell(world: World, at: datetime) -> None:
    """One that jiang keeps and lin serves, one in the street, one that is planned."""
    net = lay(world.cast, world.register)
    money = {"at": at, "by": world.cast.he, "on": at.date()}
    enter_fund(net.qingshi.pk, way="in", amount=Decimal(500), words="密拨入号经费", **money)
    world.secrets.append(Secret("密拨入号", OFFICE | {"zhao", "qian", "wei", "jiang"}))
    world.rows |= {"station-place": net.qingshi.places.get(), "station-keeper": net.qingshi.keepers.get()}
    world.rows["station-fund"] = net.qingshi.funds.get()
    world.rows |= {"station": net.qingshi, "station-street": net.chengguan, "station-planned": net.planned}
