"""A letter in the world of the walk, whose words nobody finds without its number and code."""

from datetime import datetime

from tests.liaison_stations.mailbox import posted
from tests.walk.cases import Secret, World


def tell(world: World, at: datetime) -> None:
    """To the station that jiang keeps."""
    text = "密来信号：桥头村口三盏路灯坏了半个月。"
    world.rows["letter"] = posted(at=at, to_station=world.rows["station"], text=text)
    world.secrets.append(Secret("密来信号", frozenset()))
