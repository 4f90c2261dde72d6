"""A township trains the deputies of its own area, and nobody else's; the liaison office looks after all."""

import pytest

from deputies.models import Course, TrainingPlan
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.open_batch import invite_to_batch, open_batch
from deputies.transitions.plan_training import add_course, adopt_training_plan, change_course, make_training_plan
from deputies.views.training_office import waiting_for
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import BEFORE, ENDS, STARTS
from tests.deputies.lessons import COURSE, plan

DAYS = {"starts_at": STARTS, "ends_at": ENDS, "place": "镇政府三楼"}


@pytest.fixture
def local(cast, register) -> TrainingPlan:
    """The adopted plan of lin's township beside that of the liaison office."""
    plan(cast)
    made = make_training_plan(year=2026, aims="走访选民的方法。", by=cast.wei, at=BEFORE)
    add_course(made, by=cast.wei, at=BEFORE, **{**COURSE, "audience": "all"})
    decided = {"decision": "镇人大主席团会议", "adopted_on": BEFORE.date()}
    return adopt_training_plan(made, by=cast.wei, at=BEFORE, **decided)


def test_it_is_read_by_its_own_deputies_and_the_house(cast, local):
    assert (local.organiser, str(local)) == (cast.township, "青石镇人大2026年代表培训计划")
    told = Notice.objects.filter(kind="deputies.training_plan_adopted", title__startswith="青石镇")
    assert set(told.values_list("recipient__username", flat=True)) == {"lin", "deng"}
    seen = {
        name: TrainingPlan.objects.visible_to(getattr(cast, name)).count()
        for name in ("he", "zhao", "fang", "wei", "lin", "zhou", "deng", "wu", "stranger")
    }
    assert seen == {"he": 2, "zhao": 2, "fang": 2, "wei": 2, "lin": 2, "deng": 2, "zhou": 1, "wu": 0, "stranger": 0}


def test_a_second_plan_of_one_year_and_others_plans_are_refused(cast, local):
    with pytest.raises(Refused, match="已有培训计划"):
        make_training_plan(year=2026, aims="再来一份。", by=cast.wei, at=BEFORE)
    district = TrainingPlan.objects.get(organiser=None)
    for refused in (
        lambda: add_course(district, by=cast.wei, at=BEFORE, **{**COURSE, "name": "另一门"}),
        lambda: change_course(Course.objects.get(plan=district), by=cast.wei, at=BEFORE, **COURSE),
        lambda: open_batch(Course.objects.get(plan=district), by=cast.wei, at=BEFORE, **DAYS),
        lambda: add_course(local, by=cast.lin, at=BEFORE, **{**COURSE, "name": "另一门"}),
    ):
        with pytest.raises(Refused, match="拟订单位"):
            refused()
    assert Course.objects.count() == 2
    # The liaison office helps out where a township asks it to.
    add_course(local, by=cast.he, at=BEFORE, **{**COURSE, "name": "怎样写建议"})


def test_only_deputies_of_the_area_are_asked_to_its_batch(cast, register, local, signed_in):
    batch = open_batch(local.courses.get(), by=cast.wei, at=BEFORE, **DAYS)
    assert batch.activity.organiser == cast.township
    assert set(waiting_for(batch).values_list("name", flat=True)) == {"林晓梅", "邓玉兰"}
    page = signed_in(cast.wei).get(f"/deputies/activities/{batch.activity_id}/invite/").content.decode()
    assert "林晓梅" in page
    assert "周建国" not in page
    with pytest.raises(Refused, match="周建国不是本辖区的代表"):
        invite_deputies(batch.activity, [register.lin.deputy, register.zhou.deputy], by=cast.wei, at=BEFORE)
    assert not batch.activity.invitations.exists()
    assert len(invite_to_batch(batch, deputies=[register.lin.deputy], by=cast.wei, at=BEFORE)) == 1


def test_the_township_plans_on_its_own_page(cast, register, signed_in):
    client = signed_in(cast.wei)
    made = client.post("/deputies/training/plans/new/", {"year": 2027, "aims": "联系群众。"}, follow=True)
    shown = made.content.decode()
    assert made.status_code == 200
    assert "青石镇人大" in shown
    assert "增加课程" in shown
