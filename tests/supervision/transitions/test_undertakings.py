"""A supervision from the entry to what came of it: steps, days, clocks, who hears, who finds it, who may not."""

from datetime import date

import pytest

from deputies.models import Meeting, MeetingKind
from foundation import deadlines
from foundation.deadlines.models import Deadline
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import Undertaking, UndertakingStep
from supervision.states.undertaking import StepState
from supervision.transitions import steps, undertakings
from tests.supervision.hand import AT, MEETING, begun, finish, kind, planned, step

PEOPLE = ("fang", "he", "gao", "zhao", "luo", "feng", "chen", "wu", "lin", "wei", "shen", "stranger")


def told(event):
    return set(Notice.objects.filter(kind=f"supervision.{event}").values_list("recipient", flat=True))


def running():
    return set(Deadline.objects.open().filter(kind="oversight_step").values_list("due_on", flat=True))


def finders(cast):
    return {name for name in PEOPLE if Undertaking.objects.visible_to(getattr(cast, name)).exists()}


def test_the_days_follow_the_meeting(cast, register):
    row = planned(cast)
    days = {found.code: found.due_on for found in row.steps.all()}
    assert days["report_draft"] == date(2026, 5, 8)
    assert days["report_final"] == date(2026, 5, 18)
    assert days["report_sent"] == date(2026, 5, 21)
    assert days["notify"] is None
    assert running() == set()
    undertakings.begin_undertaking(row.pk, by=cast.fang, at=AT)
    assert step(row, "notify").due_on == date(2026, 3, 9)
    assert date(2026, 5, 8) in running()
    assert told("undertaking_begun") == {cast.feng.pk, cast.chen.pk}
    moved = undertakings.set_meeting(row.pk, meeting_on=date(2026, 6, 30), by=cast.fang, at=AT)
    assert step(moved, "report_draft").due_on == date(2026, 6, 10)
    assert date(2026, 5, 8) not in running()
    assert told("undertaking_moved") == {cast.feng.pk, cast.chen.pk}


def test_who_finds_it(cast, register):
    house = {"fang", "he", "gao", "zhao", "luo"}
    row = planned(cast)
    assert finders(cast) == house
    undertakings.begin_undertaking(row.pk, by=cast.fang, at=AT)
    assert finders(cast) == house | {"feng", "chen"}
    seen = set(UndertakingStep.objects.visible_to(cast.feng).values_list("code", flat=True))
    assert {"report_draft", "report_final", "report_sent", "notify"} <= seen
    assert "research" not in seen
    assert "hearing" not in seen


def test_a_report_is_late_only_with_a_reason_and_never_after_the_meeting(cast, register):
    row = begun(cast)
    draft = step(row, "report_draft")
    late = AT.replace(month=5, day=9)
    with pytest.raises(Refused) as refusal:
        steps.finish_step(draft.pk, text="报告。", by=cast.feng, at=late)
    assert refusal.value.field == "late_reason"
    with pytest.raises(Refused) as refusal:
        steps.finish_step(draft.pk, text=" ", late_reason="数据核对。", by=cast.feng, at=late)
    assert refusal.value.field == "text"
    after = AT.replace(month=5, day=30)
    with pytest.raises(Refused, match="晚于会议日期"):
        steps.finish_step(
            draft.pk, text="报告。", dated_on=date(2026, 5, 29), late_reason="晚。", by=cast.feng, at=after
        )
    done = steps.finish_step(draft.pk, text="报告。", late_reason="数据核对。", by=cast.feng, at=late)
    assert (done.state, done.done_on, done.papers.get().number) == ("done", date(2026, 5, 9), 1)
    assert told("step_handed") == {cast.fang.pk}
    assert step(row, "report_comment").due_on == date(2026, 5, 14)
    assert deadlines.clock_of("oversight_step", done) is None
    with pytest.raises(Refused, match="已完成"):
        steps.finish_step(draft.pk, text="再报。", by=cast.feng, at=late)


def test_given_back_and_handed_in_again(cast, register):
    row = begun(cast)
    finish(row, "report_draft", cast.feng, AT)
    draft = step(row, "report_draft")
    with pytest.raises(Refused) as refusal:
        steps.reopen_step(draft.pk, reason="缺少数据。", due_on=date(2026, 5, 9), by=cast.fang, at=AT)
    assert refusal.value.field == "due_on"
    again = steps.reopen_step(draft.pk, reason="缺少数据。", due_on=date(2026, 4, 20), by=cast.fang, at=AT)
    again.refresh_from_db()
    assert (again.state, again.due_on) == ("open", date(2026, 4, 20))
    assert told("step_returned") == {cast.feng.pk, cast.chen.pk}
    finish(row, "report_draft", cast.feng, AT, text="补充数据后的报告。")
    assert list(draft.papers.values_list("number", "text")) == [(1, "主要内容。"), (2, "补充数据后的报告。")]


def test_steps_of_the_law_stay(cast, register):
    row = begun(cast)
    with pytest.raises(Refused, match="法定步骤不能省略"):
        steps.skip_step(step(row, "report_sent").pk, reason="来不及。", by=cast.fang, at=AT)
    with pytest.raises(Refused, match="只能提前"):
        steps.move_step(step(row, "report_final").pk, due_on=date(2026, 5, 19), reason="来不及。", by=cast.fang, at=AT)
    steps.move_step(step(row, "report_final").pk, due_on=date(2026, 5, 15), reason="提前。", by=cast.fang, at=AT)
    assert step(row, "report_final").due_on == date(2026, 5, 15)
    skipped = steps.skip_step(step(row, "research").pk, reason="结合执法检查进行。", by=cast.fang, at=AT)
    assert skipped.state == StepState.SKIPPED


def test_the_law_counts_to_meetings_of_the_standing_committee_only(cast, register):
    row = planned(cast, level="council")
    assert {found.statutory_days for found in row.steps.all()} == {None}


def test_concluded_when_nothing_is_open(cast, register):
    row = begun(cast, "follow_up", level="council")
    with pytest.raises(Refused, match="个步骤没有完成"):
        undertakings.conclude_undertaking(row.pk, outcome="解决。", by=cast.fang, at=AT)
    for found in row.steps.all():
        steps.skip_step(found.pk, reason="不需要。", by=cast.fang, at=AT)
    with pytest.raises(Refused) as refusal:
        undertakings.conclude_undertaking(row.pk, outcome=" ", by=cast.fang, at=AT)
    assert refusal.value.field == "outcome"
    done = undertakings.conclude_undertaking(row.pk, outcome="推动开通两条线路。", by=cast.fang, at=AT)
    assert told("undertaking_concluded") == {cast.feng.pk, cast.chen.pk}
    assert not Undertaking.objects.public().exists()
    undertakings.publish_undertaking(done.pk, by=cast.he, at=AT)
    assert Undertaking.objects.public().get() == done
    assert "lin" in finders(cast)
    with pytest.raises(Refused, match="已经公开"):
        undertakings.publish_undertaking(done.pk, by=cast.he, at=AT)


def test_cancelled_with_a_reason(cast, register):
    row = begun(cast)
    with pytest.raises(Refused) as refusal:
        undertakings.cancel_undertaking(row.pk, reason="", by=cast.fang, at=AT)
    assert refusal.value.field == "reason"
    undertakings.cancel_undertaking(row.pk, reason="主任会议调整计划。", by=cast.fang, at=AT)
    assert running() == set()
    assert told("undertaking_cancelled") == {cast.feng.pk, cast.chen.pk}
    planned(cast)


def test_unannounced_until_the_day(cast, register):
    facts = {"hidden_until": date(2099, 1, 1), "title": "暗访", "level": "committee"}
    row = begun(cast, "special_check", **facts)
    assert told("undertaking_begun") == set()
    assert "feng" not in finders(cast)
    assert not UndertakingStep.objects.to_answer(cast.feng).exists()
    finish(row, "scheme", cast.fang, AT)
    with pytest.raises(Refused, match="事先通知"):
        planned(cast, hidden_until=date(2099, 1, 1), title="另一件")


def test_who_may_not(cast, register):
    for person in (cast.lin, cast.feng, cast.zhao, cast.stranger):
        with pytest.raises(Refused, match="人大常委会办事机构和有关工作委员会"):
            planned(cast, by=person)
    with pytest.raises(Refused) as refusal:
        planned(cast, committee=cast.deputies_committee)
    assert refusal.value.field == "committee"
    with pytest.raises(Refused) as refusal:
        planned(cast, bodies=[])
    assert refusal.value.field == "bodies"
    row = planned(cast)
    with pytest.raises(Refused) as refusal:
        planned(cast)
    assert refusal.value.field == "title"
    with pytest.raises(Refused):
        undertakings.begin_undertaking(row.pk, by=cast.wu, at=AT)
    with pytest.raises(Refused, match="启动后"):
        finish(row, "notify", cast.fang, AT)
    undertakings.begin_undertaking(row.pk, by=cast.fang, at=AT)
    with pytest.raises(Refused, match="待启动"):
        undertakings.begin_undertaking(row.pk, by=cast.fang, at=AT)
    for person in (cast.wu, cast.lin, cast.luo):
        with pytest.raises(Refused, match="被监督单位的经办人"):
            finish(row, "report_draft", person, AT)


def test_a_meeting_of_another_sort_is_refused(cast, register):
    council = Meeting.objects.create(term=register.term, kind=MeetingKind.COUNCIL, number=8, opens_on=MEETING)
    with pytest.raises(Refused, match="由常委会会议听取"):
        planned(cast, meeting=council)
    row = planned(cast, meeting=council, level="council")
    assert row.day_of_meeting == MEETING
    assert kind().name == row.kind.name
