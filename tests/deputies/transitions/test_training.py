"""Training from the plan to the file: allowed once, refused by role, state, date, and twice."""

from datetime import timedelta

import pytest

from deputies.models import Batch, Course, DutyEntry, Mandate, TrainingPlan
from deputies.querysets import gaps, with_training
from deputies.transitions.learn import finish_material, withdraw_material
from deputies.transitions.open_batch import invite_to_batch
from deputies.transitions.plan_training import (
    add_course,
    adopt_training_plan,
    change_course,
    drop_course,
    make_training_plan,
)
from deputies.transitions.study_together import drop_staff_study, plan_staff_study, record_staff_study
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import AFTER, BEFORE, STARTS
from tests.deputies.lessons import COURSE, attended, batch, course, material, plan
from tests.deputies_cast import add_mandate

YEAR = (BEFORE.date().replace(month=1, day=1), BEFORE.date().replace(month=12, day=31))


def seats() -> object:
    return with_training(Mandate.objects.at_home().serving_on(AFTER.date()), *YEAR)


def names(rows: object) -> set[str]:
    return set(rows.values_list("deputy__name", flat=True))


def test_a_plan_is_made_once_a_year_and_adopted_with_a_course(cast, register):
    draft = make_training_plan(year=2026, aims="提高履职能力。", by=cast.he, at=BEFORE)
    facts = {"decision": "第四十次主任会议", "adopted_on": BEFORE.date(), "by": cast.he, "at": BEFORE}
    with pytest.raises(Refused, match="还没有课程"):
        adopt_training_plan(draft, **facts)
    add_course(draft, by=cast.he, at=BEFORE, **COURSE)
    with pytest.raises(Refused, match="不能晚于今天"):
        adopt_training_plan(draft, **{**facts, "adopted_on": STARTS.date()})
    assert not TrainingPlan.objects.visible_to(cast.lin).exists()

    adopt_training_plan(draft, **facts)

    assert TrainingPlan.objects.visible_to(cast.lin).get() == draft
    told = Notice.objects.filter(kind="deputies.training_plan_adopted").values_list("recipient", flat=True)
    assert set(told) == {cast.lin.pk, cast.zhou.pk, cast.deng.pk}
    with pytest.raises(Refused, match="已经通过"):
        adopt_training_plan(draft, **facts)
    with pytest.raises(Refused, match="已有培训计划") as refusal:
        make_training_plan(year=2026, aims="另一份。", by=cast.he, at=BEFORE)
    assert refusal.value.field == "year"


@pytest.mark.parametrize("person", ["lin", "zhao", "fang", "wu", "stranger"])
def test_only_the_office_plans_training(cast, register, person):
    user = getattr(cast, person)
    with pytest.raises(Refused, match="联络工作机构"):
        make_training_plan(year=2026, aims="目标", by=user, at=BEFORE)
    with pytest.raises(Refused, match="联络工作机构"):
        material(cast, by=user)


@pytest.mark.parametrize(
    ("changes", "words"), [({"name": " "}, "课程名称"), ({"month": 13}, "1至12"), ({}, "已有课程“履职基础”")]
)
def test_a_course_that_cannot_be_is_refused_at_its_field(cast, register, changes, words):
    mine = plan(cast)
    with pytest.raises(Refused, match=words) as refusal:
        add_course(mine, by=cast.he, at=BEFORE, **{**COURSE, **changes})
    assert refusal.value.field in ("name", "month")
    assert Course.objects.count() == 1


def test_a_course_is_changed_and_dropped_while_it_was_never_held(cast, register):
    mine = course(cast)
    change_course(mine, by=cast.he, at=BEFORE, **{**COURSE, "month": 4})
    other = course(cast, name="预算审查")
    batch(cast, mine)
    with pytest.raises(Refused, match="已经开班"):
        drop_course(mine, reason="经费不足", by=cast.he, at=BEFORE)
    drop_course(other, reason="与上级培训重复", by=cast.he, at=BEFORE)
    with pytest.raises(Refused, match="已取消"):
        change_course(other, by=cast.he, at=BEFORE, **COURSE)
    with pytest.raises(Refused, match="已取消"):
        batch(cast, other)


def test_a_batch_is_an_activity_and_who_came_has_it_in_his_file(cast, register):
    held = batch(cast)
    assert (held.activity.kind.code, held.activity.title) == ("training", "履职基础（第1期）")
    assert batch(cast).number == 2
    attended(cast, held, register.lin)
    entry = DutyEntry.objects.get()
    assert (entry.deputy, entry.kind.code, entry.title) == (
        register.lin.deputy,
        "training",
        "学习培训：履职基础（第1期）",
    )
    cases = batch(cast, course(cast, name="案例", form="cases"))
    assert cases.activity.kind.code == "case_session"


def test_coverage_names_who_still_waits(cast, register):
    before = register.term.__class__.objects.create(congress=register.congress, number=4)
    Mandate.objects.create(deputy=register.deng.deputy, term=before, level="district")
    attended(cast, batch(cast), register.lin)
    assert names(gaps(seats(), new=False)) == {"周建国", "邓玉兰"}
    # deng sat in the term before and needs no introduction.
    assert names(gaps(seats(), new=True)) == {"周建国"}
    attended(cast, batch(cast, course(cast, name="预算", audience="all")), register.zhou)
    assert names(gaps(seats(), new=False)) == {"邓玉兰"}
    assert names(gaps(seats(), new=True)) == {"周建国"}


def test_who_waits_is_asked_to_the_next_batch(cast, register):
    held = batch(cast)
    invite_to_batch(held.pk, deputies=[register.zhou.deputy], by=cast.he, at=BEFORE)
    assert held.activity.invitations.get().deputy == register.zhou.deputy
    with pytest.raises(Refused, match="都已邀请过"):
        invite_to_batch(held, deputies=[register.zhou.deputy], by=cast.he, at=BEFORE)


def test_a_material_is_learned_once_and_enters_the_file(cast, register):
    mine = material(cast)
    assert Notice.objects.filter(kind="deputies.material_issued").count() == 3
    finish_material(mine, by=cast.lin, at=STARTS)
    entry = DutyEntry.objects.get()
    assert (entry.kind.code, entry.title, entry.source) == ("study", "自学：代表法解读", mine)
    with pytest.raises(Refused, match="已登记学习过"):
        finish_material(mine, by=cast.lin, at=STARTS)
    with pytest.raises(Refused, match="代表本人"):
        finish_material(mine, by=cast.he, at=STARTS)
    withdraw_material(mine, reason="内容已经过时", by=cast.he, at=STARTS)
    with pytest.raises(Refused, match="已经撤下"):
        finish_material(mine, by=cast.zhou, at=STARTS)
    assert DutyEntry.objects.counting().count() == 1


def test_a_deputy_of_two_levels_has_learned_once(cast, register):
    add_mandate(register, "另一人", register.qingshi)
    Mandate.objects.create(deputy=register.lin.deputy, term=register.term, level="province")
    finish_material(material(cast), by=cast.lin, at=STARTS)
    assert DutyEntry.objects.count() == 1


def test_the_staff_learns_by_its_own_calendar(cast, register):
    facts = {"topic": "监督法", "form": "lecture", "held_on": STARTS.date(), "place": "三楼会议室", "speaker": "韩教授"}
    study = plan_staff_study(by=cast.fang, at=BEFORE, **facts)
    told = set(Notice.objects.filter(kind="deputies.staff_study_planned").values_list("recipient", flat=True))
    assert told == {cast.he.pk, cast.xu.pk, cast.gao.pk}
    record = {"participants": "方芳等六人", "notes": "学习第三章。"}
    with pytest.raises(Refused, match="举行后"):
        record_staff_study(study, by=cast.fang, at=BEFORE, **record)
    record_staff_study(study, by=cast.he, at=AFTER, **record)
    with pytest.raises(Refused, match="已经登记"):
        drop_staff_study(study, reason="改期", by=cast.fang, at=AFTER)
    with pytest.raises(Refused, match="工作委员会安排"):
        plan_staff_study(by=cast.lin, at=BEFORE, **facts)
    other = plan_staff_study(by=cast.he, at=BEFORE + timedelta(minutes=1), **facts)
    with pytest.raises(Refused, match="组织单位"):
        drop_staff_study(other, reason="改期", by=cast.fang, at=BEFORE)
    assert Batch.objects.count() == 0
