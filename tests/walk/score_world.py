"""Scorings of the world of the walk: luo and fang score the stations, the township and the street."""

from datetime import datetime, timedelta

from liaison_stations.models import Score
from tests.liaison_stations import scoring_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.score_routes import HOUSE


def tell(world: World, at: datetime) -> None:
    """One round in which all may still rate themselves, one that luo has begun to score."""
    cast, rows, place = world.cast, world.rows, world.rows["station"]
    # However long ago the world was told, there is time left.
    due = at.date() + timedelta(days=3650)
    rows["score-round"] = hand.opened(cast, year=at.year, at=at, self_due_on=due)
    rows["score"] = hand.of(place, at.year)
    rows["score-street"] = hand.of(rows["station-street"], at.year)
    hand.opened(cast, year=at.year - 1, at=at, self_due_on=due)
    hand.rated(hand.of(place, at.year - 1), cast.wei, at=at)
    hand.visited(hand.of(place, at.year - 1), cast.luo, at=at, remark="密评分号没有更新")
    rows["score-on-site"] = hand.of(place, at.year - 1)
    hand.opened(cast, kind="local", year=at.year, at=at, self_due_on=due)
    rows["score-local"] = Score.objects.get(organisation=cast.township)
    world.secrets.append(Secret("密评分号", HOUSE | {"luo"}))
