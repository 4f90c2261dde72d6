"""Deliberation opinions of the world of the walk, one in every state that somebody has to act in."""

from datetime import datetime

from supervision.transitions import opinion_publishing
from tests.supervision import opinion_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.opinion_routes import ALL
from tests.walk.problem_routes import HOUSE


def tell(world: World, at: datetime) -> None:
    """fang's committee keeps them, feng answers."""
    cast, register, rows = world.cast, world.register, world.rows
    day = {"at": at, "heard_on": at.date()}
    rows["advice-draft"] = hand.drafted(cast, register, text="密审议甲号。", **day)
    rows["advice-adopted"] = hand.adopted(cast, register, **day)
    rows["advice-handed"] = hand.planned(cast, register, text="密审议乙号。", **day)
    rows["advice-commenting"] = hand.commenting(cast, register, **day)
    rows["advice-writing"] = hand.writing(cast, register, **day)
    rows["advice-reported"] = hand.reported(cast, register, **day)
    published = hand.handed(cast, register, **day)
    rows["advice-public"] = opinion_publishing.publish_opinion(published.pk, by=cast.he, at=at)
    world.secrets += [Secret("密审议甲号", HOUSE), Secret("密审议乙号", ALL)]
