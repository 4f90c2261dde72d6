"""An expert, a matter for him and lin's group, contact points of the township with drafts open, sent up, public."""

from datetime import datetime

from supervision.transitions import contact_points, experts, point_publishing
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
    shown = point_publishing.publish_point(
        hand.founded(cast, "公开联系点", at=at).pk, how_to="到村委会。", by=cast.he, at=at
    )
    rows["contact-point-public"] = shown
    rows["law-draft"] = hand.put_out(cast, [point, shown], at=at, title="密草案号")
    asked = hand.put_out(cast, [shown], at=at, title="养老服务条例（草案）")
    rows["law-draft-public"] = point_publishing.publish_draft(asked.pk, by=cast.he, at=at)
    sent = hand.put_out(cast, [point], at=at)
    rows["draft-opinion"] = hand.heard(sent, point, cast.wei, at=at)
    rows["law-draft-sent"] = contact_points.send_draft(sent.pk, report="报送。", by=cast.he, at=at)
    world.secrets += [Secret("密咨询号", SEES), Secret("密草案号", POINTS_DOOR)]
