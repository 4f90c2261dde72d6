"""Street committees and presidiums: who may sit, when they owe a meeting, how a year is planned and told."""

from datetime import date

import pytest
from docx import Document

from foundation import deadlines
from foundation.files import storage
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import LocalBody, LocalStandard
from supervision.states.local import LocalStandardCode
from supervision.transitions import local_bodies, local_meetings, local_years
from tests.supervision import local_hand as hand
from tests.supervision.local_hand import AT, HELD

LATER = AT.replace(month=7)


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def test_streets_owe_a_meeting_in_two_months_townships_in_three(cast, register):
    presidium, street = hand.opened(cast)
    assert deadlines.clock_of("local_presidium_meeting", presidium).due_on == date(2026, 6, 2)
    assert deadlines.clock_of("local_street_meeting", street).due_on == date(2026, 5, 6)
    assert local_bodies.open_bodies(by=cast.he, at=AT) == []
    with pytest.raises(Refused, match="办事机构"):
        local_bodies.open_bodies(by=cast.wei, at=AT)


def test_who_may_sit(cast, register):
    presidium, street = hand.opened(cast)
    hand.member(presidium, "主一", cast.wei, post="head")
    with pytest.raises(Refused, match="已有主席") as second:
        hand.member(presidium, "主二", cast.wei, post="head")
    with pytest.raises(Refused, match="地方组织法") as vice:
        hand.member(presidium, "副一", cast.wei, post="deputy_head", government_post="副镇长")
    with pytest.raises(Refused, match="不得担任") as other:
        hand.member(presidium, "丁一", cast.wei, government_post="财政所所长")
    assert (second.value.field, vice.value.field, other.value.field) == ("post", "government_post", "government_post")
    hand.member(street, "丁一", cast.he, government_post="街道办事处主任")
    for name in ("甲一", "甲二", "甲三", "甲四", "甲五"):
        hand.member(presidium, name, cast.wei)
    with pytest.raises(Refused, match="最多5名"):
        hand.member(presidium, "甲六", cast.wei)
    local_bodies.end_local_member(presidium.members.get(name="甲五").pk, reason="调离", by=cast.wei, at=AT)
    hand.member(presidium, "甲六", cast.wei)
    with pytest.raises(Refused, match="已经登记"):
        hand.member(presidium, "甲六", cast.wei)
    with pytest.raises(Refused, match="已经免去"):
        local_bodies.end_local_member(presidium.members.get(name="甲五").pk, reason="再次", by=cast.wei, at=AT)


def test_a_rule_the_office_has_ended_asks_for_nothing(cast, register):
    presidium, _ = hand.opened(cast)
    LocalStandard.objects.filter(code=LocalStandardCode.GOVERNMENT_POSTS).update(valid_until=date(2025, 12, 31))
    assert hand.member(presidium, "丁一", cast.wei, government_post="财政所所长").government_post == "财政所所长"


def test_a_meeting_held_begins_the_next_clock(cast, register):
    presidium = hand.seated(cast, cast.wei, deputy=register.lin.deputy)
    meeting = hand.called(presidium, cast.wei)
    assert told("local_meeting_called") == {cast.lin.pk}
    with pytest.raises(Refused, match="还没有召开"):
        hand.held(meeting, cast.wei, at=AT)
    with pytest.raises(Refused, match="没有超过半数") as few:
        hand.held(meeting, cast.wei, absent=2)
    assert few.value.field == "present"
    done = hand.held(meeting, cast.wei)
    assert (done.members, done.present) == (3, 2)
    assert deadlines.clock_of("local_presidium_meeting", presidium).due_on == date(2026, 6, 22)
    earlier = hand.called(presidium, cast.wei, starts_at=AT.replace(hour=9))
    hand.held(earlier, cast.wei)
    assert deadlines.clock_of("local_presidium_meeting", presidium).due_on == date(2026, 6, 22)
    with pytest.raises(Refused, match="已召开"):
        local_meetings.cancel_local_meeting(meeting.pk, reason="误", by=cast.wei, at=HELD)
    with pytest.raises(Refused, match="本乡镇人大"):
        hand.called(presidium, cast.jiang)


def test_a_year_from_its_plan_to_a_report_of_what_was_done(cast, register):
    presidium = hand.seated(cast, cast.wei)
    hand.held(hand.called(presidium, cast.wei), cast.wei)
    empty = hand.drafted(presidium, cast.wei, items=())
    with pytest.raises(Refused, match="还没有列入"):
        local_years.file_plan(empty.pk, adopted_by="会议", by=cast.wei, at=AT)
    words = {"kind": "supervision", "due_on": date(2026, 6, 30), "by": cast.wei, "at": AT}
    roads, forest = (local_years.add_item(empty.pk, title=title, **words) for title in ("视察农村道路", "检查森林防火"))
    with pytest.raises(Refused, match="2026年内"):
        local_years.add_item(empty.pk, title="跨年", **{**words, "due_on": date(2027, 1, 1)})
    plan = local_years.file_plan(empty.pk, adopted_by="第1次主席团会议", by=cast.wei, at=AT)
    assert deadlines.clock_of("local_report", plan).due_on == date(2027, 2, 1)
    with pytest.raises(Refused, match="增加的理由"):
        local_years.add_item(plan.pk, title="调研养老", **words)
    with pytest.raises(Refused, match="不能晚于今天"):
        local_years.finish_item(roads.pk, done_on=date(2026, 8, 1), result="完成", by=cast.wei, at=LATER)
    local_years.finish_item(roads.pk, done_on=date(2026, 6, 20), result="发现问题五个，已整改。", by=cast.wei, at=LATER)
    with pytest.raises(Refused, match="检查森林防火"):
        local_years.report_year(plan.pk, effect="成效", by=cast.wei, at=LATER)
    local_years.drop_item(forest.pk, reason="与区人大检查合并", by=cast.wei, at=LATER)
    local_years.report_year(plan.pk, effect="推动修复道路。", outlook="继续跟踪。", by=cast.wei, at=LATER)
    paper = Document(str(storage.path_of(files_of(plan).get().sha256)))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])
    for told_there in (
        "召开会议1次",
        "共2项，完成1项",
        "不再安排1项",
        "发现问题五个",
        "与区人大检查合并",
        "推动修复道路",
    ):
        assert told_there in text
    local_years.return_report(plan.pk, reason="补充问题", by=cast.xu, at=LATER)
    local_years.report_year(plan.pk, effect="推动修复道路。", problems="力量不足。", by=cast.wei, at=LATER)
    assert sorted(files_of(plan).values_list("name", flat=True)) == [
        "青石镇人大2026年度工作报告.docx",
        "青石镇人大2026年度工作报告（第2版）.docx",
    ]
    with pytest.raises(Refused, match="办事机构"):
        local_years.archive_year(plan.pk, by=cast.wei, at=LATER)
    local_years.archive_year(plan.pk, comment="同意归档。", by=cast.he, at=LATER)
    assert told("local_year_archived") == {cast.wei.pk}
    assert not [clock for clock in deadlines.clocks_of(plan) if clock.is_open]
    with pytest.raises(Refused, match="已归档"):
        local_years.report_year(plan.pk, effect="再次", by=cast.wei, at=LATER)


def test_who_finds_it(cast, register):
    hand.seated(cast, cast.wei, deputy=register.lin.deputy)

    def found():
        people = ("wei", "jiang", "lin", "zhou", "he", "zhao", "luo", "feng", "stranger")
        return {name for name in people if LocalBody.objects.visible_to(getattr(cast, name)).exists()}

    assert found() == {"wei", "lin", "he", "zhao", "luo"}
    assert LocalBody.objects.visible_to(cast.wei).get().organisation == cast.township
