"""Topical deliberations of the world of the walk: one ahead, one held with an opinion on its way."""

from datetime import datetime
from types import SimpleNamespace

from liaison_stations.transitions import council_publishing, deliberations
from tests.liaison_stations import table_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.deliberation_routes import TABLE


def tell(world: World, at: datetime) -> None:
    """jiang calls lin, zhou, the transport bureau and a resident to the table."""
    cast, rows, seats = world.cast, world.rows, world.register
    net = SimpleNamespace(qingshi=rows["station"])
    rows["deliberation"] = hand.planned(cast, seats, net, at=at, starts_at=at)
    rows["deliberation-held"] = hand.held(hand.planned(cast, seats, net, at=at, starts_at=at), cast.jiang, at=at)
    hand.raised(rows["deliberation-held"], cast.jiang, at=at, text="密议题号闲置地块。")
    done = hand.held(hand.planned(cast, seats, net, at=at, starts_at=at), cast.jiang, at=at)
    done = deliberations.close_deliberation(done.pk, result="密题果号车位已增设。", by=cast.jiang, at=at)
    words = {"topic": done.topic, "conclusion": done.conclusion, "result": "【略】车位已增设。"}
    rows["deliberation-public"] = council_publishing.publish_deliberation(done.pk, **words, by=cast.he, at=at)
    world.secrets.append(Secret("密题果号", TABLE))
    world.secrets.append(Secret("密议题号", TABLE))
