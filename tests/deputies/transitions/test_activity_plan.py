"""A yearly plan: drafted, adopted by the council of chairpersons, published to everybody (代表法 43)."""

from datetime import date

import pytest

from deputies.models import ActivityKind, ActivityPlan, Meeting, PlanItem
from deputies.transitions.activity_plan import add_item, adopt_plan, make_plan, publish_plan, remove_item
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import BEFORE, planned

DAY = BEFORE.date()


@pytest.fixture
def plan(cast, register) -> ActivityPlan:
    made = make_plan(by=cast.he, at=BEFORE, year=2026, title="2026年度代表工作计划", organiser=cast.deputies_committee)
    kind = ActivityKind.objects.get(code="inspection")
    add_item(made, by=cast.he, at=BEFORE, month=3, kind=kind, title="视察河道治理", participants="部分代表")
    return made


def council(register) -> Meeting:
    return Meeting.objects.create(term=register.term, kind="council", number=40, opens_on=date(2026, 2, 20))


def test_adopted_by_the_chairpersons_published_and_told(cast, register, plan, client):
    with pytest.raises(Refused, match="主任会议"):
        adopt_plan(plan, by=cast.he, at=BEFORE, adopted_on=DAY)
    with pytest.raises(Refused, match="主任会议"):
        adopt_plan(plan, by=cast.he, at=BEFORE, adopted_on=DAY, meeting=register.session)
    adopt_plan(plan, by=cast.he, at=BEFORE, adopted_on=DAY, meeting=council(register))
    assert client.get(f"/deputies/plans/public/{plan.pk}/").status_code == 404
    publish_plan(plan, by=cast.he, at=BEFORE)
    told = set(Notice.objects.filter(kind="deputies.plan_published").values_list("recipient", flat=True))
    assert told == {cast.lin.pk, cast.zhou.pk, cast.deng.pk}
    item = PlanItem.objects.get()
    planned(cast, plan_item=item)
    page = client.get(f"/deputies/plans/public/{plan.pk}/").content.decode()
    assert "视察河道治理" in page
    assert "已安排1次" in page
    assert "2026年度代表工作计划" in client.get("/deputies/plans/public/").content.decode()


def test_lines_change_in_a_draft_alone(cast, register, plan):
    item = PlanItem.objects.get()
    with pytest.raises(Refused, match="起草单位"):
        remove_item(item, by=cast.wei, at=BEFORE)
    with pytest.raises(Refused, match="1至12"):
        add_item(plan, by=cast.he, at=BEFORE, month=13, kind=item.kind, title="调研")
    adopt_plan(plan, by=cast.he, at=BEFORE, adopted_on=DAY, meeting=council(register))
    for act in (lambda: remove_item(item, by=cast.he, at=BEFORE), lambda: publish_twice(cast, plan)):
        with pytest.raises(Refused, match="当前为"):
            act()


def publish_twice(cast, plan) -> None:
    publish_plan(plan, by=cast.he, at=BEFORE)
    publish_plan(plan, by=cast.he, at=BEFORE)


def test_one_plan_a_year_in_ones_own_name_with_a_line(cast, register, plan):
    with pytest.raises(Refused, match="已经建立"):
        make_plan(by=cast.he, at=BEFORE, year=2026, title="又一个计划", organiser=cast.deputies_committee)
    with pytest.raises(Refused, match="本单位"):
        make_plan(by=cast.wei, at=BEFORE, year=2026, title="计划", organiser=cast.street)
    own = make_plan(by=cast.wei, at=BEFORE, year=2026, title="镇计划", organiser=cast.township)
    with pytest.raises(Refused, match="还没有项目"):
        adopt_plan(own, by=cast.wei, at=BEFORE, adopted_on=DAY)


def test_drafted_in_the_browser(cast, register, signed_in):
    client = signed_in(cast.he)
    facts = {"year": "2026", "title": "年度计划", "holder": f"o{cast.deputies_committee.pk}", "intro": "集体活动为主。"}
    client.post("/deputies/plans/new/", facts)
    plan = ActivityPlan.objects.get()
    kind = ActivityKind.objects.get(code="research")
    client.post(
        f"/deputies/plans/{plan.pk}/add/", {"month": "5", "kind": kind.pk, "title": "调研养老服务", "version": 1}
    )
    page = client.get(plan.get_absolute_url()).content.decode()
    assert "调研养老服务" in page
    assert "尚未安排" in page
