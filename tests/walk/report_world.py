"""Reports to voters of the world of the walk: lin's, one of each year further on its way."""

from datetime import datetime

from tests.deputies import reports
from tests.walk import evaluation_world
from tests.walk.cases import World


def tell(world: World, at: datetime) -> None:
    """Planned, submitted, held, counted, to be rectified, rectified."""
    cast, seat, year = world.cast, world.register.lin, at.year + 1
    steps = {
        "planned": reports.planned,
        "submitted": reports.submitted,
        "held": reports.held,
        "counted": reports.counted,
        "rectifying": lambda *who, **how: reports.balloted(*who, reports.BAD, **how),
        "rectified": reports.rectified,
    }
    for number, (name, make) in enumerate(steps.items()):
        world.rows[f"report-{name}"] = make(cast, seat, at=at, year=year + number)
    evaluation_world.tell(world, at)
