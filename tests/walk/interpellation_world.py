"""Interpellations in the world of the walk: raised by lin and zhou, one proposed, one accepted, one answered."""

from datetime import datetime

from supervision.models import InitiatorRule
from tests.supervision import proposal_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.interpellation_routes import BUREAU, OWN


def tell(world: World, at: datetime) -> None:
    cast, rows, seats = world.cast, world.rows, world.register
    InitiatorRule.objects.update(least=2)
    rows["proposal"] = hand.raised(cast, seats, at=at, content="密质询号。")
    rows["proposal-thematic"] = hand.raised(cast, seats, at=at, kind="thematic", content="密提议号。")
    rows["proposal-accepted"] = hand.accepted(hand.raised(cast, seats, at=at, content="密受询号。"), cast, seats, at=at)
    rows["proposal-answered"] = hand.answered(hand.raised(cast, seats, at=at), cast, seats, at=at)
    world.secrets += [Secret("密质询号", OWN), Secret("密提议号", OWN), Secret("密受询号", OWN | BUREAU)]
