"""A resolution from the draft to the last task carried out; what is refused, who finds it when."""

from datetime import date, timedelta

import pytest

from foundation import deadlines
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from foundation.files.store import files_of
from foundation.notices.models import Notice
from foundation.workflow import Refused
from supervision.models import Resolution, ResolutionTask
from supervision.states.resolutions import ResolutionState, TaskState
from supervision.transitions import resolutions as act
from tests.supervision import people_hand as hand
from tests.supervision.people_hand import AT, LATER


def told(kind):
    return set(Notice.objects.filter(kind=f"supervision.{kind}").values_list("recipient", flat=True))


def running(row):
    return [clock.kind for clock in deadlines.clocks_of(row) if clock.is_open]


def test_from_the_draft_to_the_last_task(cast, register):
    resolution = hand.adopted(cast, register)
    assert running(resolution) == ["resolution_publish"]
    with pytest.raises(Refused, match="只能修改草案"):
        words = {"title": "另", "text": "另", "meeting": resolution.meeting}
        act.amend_resolution(resolution.pk, **words, by=cast.he, at=AT)
    act.publish_resolution(resolution.pk, number="示人常〔2026〕3号", by=cast.he, at=AT)
    resolution.refresh_from_db()
    assert (running(resolution), [file.kind for file in files_of(resolution)][:1]) == ([], ["decision"])
    task = hand.task(resolution, cast)
    assert (running(task), told("task_handed")) == (["resolution_task"], {cast.feng.pk, cast.chen.pk})
    act.report_task(task.pk, text="正在招标。", by=cast.feng, at=LATER)
    assert (running(task), told("task_reported")) == (
        ["resolution_check"],
        {cast.fang.pk, cast.he.pk, cast.xu.pk, cast.gao.pk},
    )
    later = {"due_on": LATER.date() + timedelta(days=30), "by": cast.fang, "at": LATER}
    act.return_task(task.pk, reason="没有开通。", **later)
    assert running(task) == ["resolution_task"]
    act.report_task(task.pk, text="已开通。", by=cast.feng, at=LATER)
    act.close_task(task.pk, result="两条线路五月开通。", by=cast.fang, at=LATER)
    task.refresh_from_db()
    assert (task.state, running(task), task.reports.count()) == (TaskState.CLOSED, [], 2)


def test_what_is_refused(cast, register):
    with pytest.raises(Refused, match="请选择常委会会议"):
        hand.drafted(cast, register, meeting=register.session)
    with pytest.raises(Refused, match="由人事任免案生成"):
        hand.drafted(cast, register, kind="appointment")
    draft = hand.drafted(cast, register)
    with pytest.raises(Refused, match="通过以后"):
        hand.task(draft, cast)
    vote = {"passed": False, "outcome": "赞成5票，未通过。", "held_on": AT.date()}
    act.vote_resolution(draft.pk, **vote, by=cast.he, at=AT)
    draft.refresh_from_db()
    assert draft.state == ResolutionState.REJECTED
    first, second = (hand.adopted(cast, register, title=f"决议{n}") for n in (1, 2))
    act.publish_resolution(first.pk, number="示人常〔2026〕3号", by=cast.he, at=AT)
    with pytest.raises(Refused, match="文号已经用过"):
        act.publish_resolution(second.pk, number="示人常〔2026〕3号", by=cast.he, at=AT)
    with pytest.raises(Refused, match="不能早于今天"):
        hand.task(first, cast, due_on=date(2026, 3, 1))
    with pytest.raises(Refused, match="请选择在用的政府部门"):
        hand.task(first, cast, unit=cast.sc_office)
    task = hand.task(first, cast)
    with pytest.raises(Refused, match="被监督单位"):
        act.report_task(task.pk, text="代报", by=cast.wu, at=AT)
    with pytest.raises(Refused, match="有关工作委员会"):
        act.close_task(task.pk, result="好", by=cast.luo, at=AT)
    with pytest.raises(Refused, match="须在"):
        act.close_task(task.pk, result="好", by=cast.fang, at=AT)


def test_who_finds_what_before_and_after_it_is_published(cast, register):
    draft = hand.drafted(cast, register)
    people = ("he", "luo", "fang", "feng", "wu", "lin", "stranger")

    def finds(model):
        return {name for name in people if model.objects.visible_to(getattr(cast, name)).exists()}

    assert finds(Resolution) == {"he", "luo", "fang"}
    act.vote_resolution(draft.pk, passed=True, outcome="通过。", held_on=AT.date(), by=cast.he, at=AT)
    hand.task(draft, cast)
    assert finds(Resolution) == finds(ResolutionTask) == {"he", "luo", "fang", "feng"}
    assert not Resolution.objects.public().exists()
    act.publish_resolution(draft.pk, number="示人常〔2026〕3号", by=cast.he, at=AT)
    assert finds(Resolution) == set(people)
    assert Resolution.objects.public().exists()


def test_every_clock_finds_its_people(cast, register):
    hand.invited(cast)
    hand.appointee(cast)
    hand.opened(cast)
    first = hand.adopted(cast, register)
    waiting = hand.task(first, cast)
    act.report_task(hand.task(first, cast).pk, text="已开通。", by=cast.feng, at=AT)
    moment = LATER.replace(month=12)
    report = remind_due(moment.date(), at=moment)
    kinds = set(Deadline.objects.open().values_list("kind", flat=True))
    expected = {"nominee_exam", "nominee_statement", "duty_report", "resolution_publish", "resolution_task"}
    assert kinds == expected | {"resolution_check"}
    assert (report.clocks, report.nobody, report.faults) == (6, 0, 0)
    assert waiting.state == TaskState.HANDED
