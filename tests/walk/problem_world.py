"""The issue ledger of the world of the walk: one row to hand over, one being mended, one to confirm."""

from datetime import datetime

from supervision.transitions import delays, problem_closing, problem_publishing
from tests.supervision import ledger_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.problem_routes import ASKED, HOUSE, UNIT


def tell(world: World, at: datetime) -> None:
    """fang follows, feng mends, zhou is asked."""
    cast, rows = world.cast, world.rows
    rows["problem"] = hand.found(cast, text="密问题甲号。", at=at)
    facts = {"unit": cast.transport, "due_on": at.date().replace(month=12), "at": at}
    rows["problem-mending"] = hand.planned(cast, text="密问题乙号。", **facts)
    claimed = hand.claimed(cast, text="密问题丙号。", needs_satisfaction=True, **facts)
    asked = {"deputies": [world.register.zhou.deputy], "people": ["东街社区居民代表"]}
    rows["problem-claimed"] = problem_closing.ask_voices(claimed.pk, **asked, by=cast.fang, at=at)
    rows["voice"], rows["voice-of-people"] = claimed.voices.order_by("pk")
    rows["delay"] = delays.ask_problem_delay(
        hand.planned(cast, **facts).pk, reason="等待批复。", until=at.date().replace(year=2028), by=cast.feng, at=at
    )
    rows["problem-struck"] = hand.struck(cast, **facts)
    published = hand.planned(cast, **facts)
    rows["problem-public"] = problem_publishing.publish_problem(published.pk, by=cast.he, at=at)
    world.secrets += [
        Secret("密问题甲号", HOUSE),
        Secret("密问题乙号", HOUSE | UNIT),
        Secret("密问题丙号", HOUSE | UNIT | ASKED),
    ]
