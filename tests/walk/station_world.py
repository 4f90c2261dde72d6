"""Stations in the world of the walk: as in the tests of the room."""

from tests.liaison_stations.net import lay
from tests.walk.cases import World


def tell(world: World) -> None:
    """One that jiang keeps and lin serves, one in the street, one that is planned."""
    net = lay(world.cast, world.register)
    world.rows |= {"station": net.qingshi, "station-street": net.chengguan, "station-planned": net.planned}
