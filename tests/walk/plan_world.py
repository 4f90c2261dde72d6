"""The plans of the world of the walk: a draft, one adopted, one public; calls and ideas on their way."""

from datetime import datetime

from supervision.transitions import ideas, solicitations
from tests.supervision import plan_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.plan_routes import HOUSE, MINE


def tell(world: World, at: datetime) -> None:
    """The office plans, a citizen and lin propose."""
    cast, rows, register = world.cast, world.rows, world.register
    he = {"by": cast.he, "at": at}
    year = at.year
    rows["topic-paper"] = world.cases["a-replied"].paper
    rows["plan-draft"] = hand.drafted(cast, year + 1, at, title="密计划甲号")
    rows["topic-draft"] = hand.topic_of(rows["plan-draft"])
    rows["plan-adopted"] = hand.adopted(cast, register, year - 1, at, number=81)
    rows["topic-adopted"] = hand.topic_of(rows["plan-adopted"])
    rows["plan-published"] = hand.published(cast, register, year, at, number=82)
    rows["topic-published"] = hand.topic_of(rows["plan-published"])
    rows["call-draft"] = hand.called(cast, at)
    rows["call-open"] = hand.opened(cast, at)
    rows["topic-idea-sent"] = hand.sent(rows["call-open"], at=at, text="密计划乙号。")
    closed = hand.opened(cast, at)
    rows["call-closed"] = solicitations.close_solicitation(closed, reason="已经收齐。", **he)
    rows["topic-idea"] = hand.put(cast.lin, at, text="密计划丙号。")
    rows["topic-idea-declined"] = ideas.decline_topic_idea(hand.put(cast.lin, at), answer="密计划丁号。", **he)
    world.secrets += [Secret("密计划甲号", HOUSE), Secret("密计划乙号", HOUSE)]
    world.secrets += [Secret("密计划丙号", MINE), Secret("密计划丁号", MINE)]
