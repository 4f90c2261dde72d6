"""An expert, a matter for him and lin's group, a contact point of the township with a draft open and one sent up."""

from datetime import datetime

from supervision.transitions import contact_points, experts
from tests.supervision import advice_hand as hand
from tests.walk.advice_routes import POINTS_DOOR, SEES
from tests.walk.cases import Secret, World


def tell(world: World, at: datetime) -> None:
    cast, rows = world.cast, world.rows
    rows["expert"] = hand.engaged(cast.he, at=at)
    words = {"title": "密咨询号事项", "experts": [rows["expert"]], "at": at}
    rows["expert-matter"] = hand.asked(cast, world.register, cast.fang, **words)
    advice = rows["expert-matter"].advice.get()
    rows["advice"] = experts.enter_advice(advice.pk, text="重点检查。", given_on=at.date(), by=cast.fang, at=at)
    rows["contact-point"] = point = hand.founded(cast, at=at)
    rows["law-draft"] = hand.put_out(cast, [point], at=at, title="密草案号")
    sent = hand.put_out(cast, [point], at=at)
    rows["draft-opinion"] = hand.heard(sent, point, cast.wei, at=at)
    rows["law-draft-sent"] = contact_points.send_draft(sent.pk, report="报送。", by=cast.he, at=at)
    world.secrets += [Secret("密咨询号", SEES), Secret("密草案号", POINTS_DOOR)]
