"""The presidium of the walk's township: a meeting ahead and one held, a year drafted, one filed, one told.

Of the street a plan and a meeting are public.
"""

from datetime import date, datetime

from supervision.models import LocalBody
from supervision.transitions import local_publishing, local_years
from tests.supervision import local_hand as hand
from tests.walk.cases import Secret, World
from tests.walk.local_routes import SEES


def tell(world: World, at: datetime) -> None:
    """wei keeps it; zhou is a member."""
    wei, rows = world.cast.wei, world.rows
    body = hand.seated(world.cast, wei, at=at, deputy=world.register.zhou.deputy)
    rows["local-body"] = body
    rows["local-member"] = body.members.get(name="丙秀")
    rows["local-meeting-held"] = hand.held(hand.called(body, wei, at=at, starts_at=at), wei, at=at)
    rows["local-meeting"] = hand.called(body, wei, at=at, starts_at=at)
    years = (at.year - 1, "local-reported"), (at.year, "local-year"), (at.year + 1, "local-draft")
    for year, key in years:
        word = {"aims": f"密主席{key}要求。", "by": wei, "at": at}
        plan = local_years.draft_local_year(body.pk, year=year, **word)
        item = local_years.add_item(plan.pk, kind="other", title=f"走访{year}", due_on=date(year, 12, 1), by=wei, at=at)
        if key != "local-draft":
            plan = local_years.file_plan(plan.pk, adopted_by="主席团会议", by=wei, at=at)
        if key == "local-year":
            rows["local-item"] = item
        if key == "local-reported":
            local_years.finish_item(item.pk, done_on=at.date(), result="已走访。", by=wei, at=at)
            plan = local_years.report_year(plan.pk, effect="有成效。", by=wei, at=at)
        rows[key] = plan
        world.secrets.append(Secret(f"密主席{key}", SEES))
    _opened(world, at)


def _opened(world: World, at: datetime) -> None:
    he, rows = world.cast.he, world.rows
    rows["local-street"] = street = LocalBody.objects.get(organisation=world.cast.street)
    hand.member(street, "街一", he, at=at)
    rows["local-year-public"] = hand.filed(street, he, at=at)
    local_publishing.publish_local_year(rows["local-year-public"].pk, by=he, at=at)
    met = hand.held(hand.called(street, he, at=at, starts_at=at), he, absent=0, at=at)
    words = {"topics": met.topics, "decisions": met.decisions}
    rows["local-meeting-public"] = local_publishing.publish_local_meeting(met.pk, by=he, at=at, **words)
