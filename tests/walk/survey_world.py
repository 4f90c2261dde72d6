"""Questionnaires in the world of the walk: a draft and an open one, both of the inspection."""

from datetime import datetime, timedelta

from tests.supervision import survey_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.survey_routes import INSIDE


def tell(world: World, at: datetime) -> None:
    """fang's committee asks, somebody answers."""
    rows = world.rows
    facts = {"row": rows["inspection"], "closes_on": at.date() + timedelta(days=30)}
    rows["survey-draft"] = hand.drafted(world.cast, at, title="密问卷甲号", **facts)
    rows["survey-item"] = rows["survey-draft"].items.get(order=1)
    rows["survey-open"] = hand.opened(world.cast, at, title="道路问卷", **facts)
    hand.sent(rows["survey-open"], 0, [1], 4, "密问卷乙号。", at=at)
    world.secrets += [Secret("密问卷甲号", INSIDE), Secret("密问卷乙号", INSIDE)]
