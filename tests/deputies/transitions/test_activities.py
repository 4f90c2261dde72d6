"""An activity from the plan to the closing: allowed once, refused by role, state, date, and twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deputies.models import Activity, ActivityKind, DutyEntry, Invitation, Leave
from deputies.rules.half_days import half_days_between
from deputies.transitions.cancel_activity import cancel_activity
from deputies.transitions.close_activity import close_activity
from deputies.transitions.invite_deputies import invite_deputies
from deputies.transitions.plan_activity import plan_activity
from deputies.transitions.record_attendance import record_attendance
from foundation.audit import timeline
from foundation.notices.models import Notice, OutboxMail
from foundation.workflow import Refused
from tests.deputies.gatherings import AFTER, BEFORE, ENDS, STARTS, asked, planned


def test_planned_invited_held_closed(cast, register):
    rows = asked(cast, register, "lin", "zhou", "deng")
    activity = Activity.objects.get()
    assert (activity.state, activity.half_days, activity.holder) == ("announced", 1, "代工委")

    record_attendance(rows["lin"], "present", by=cast.he, at=STARTS)
    record_attendance(rows["zhou"], "late", by=cast.he, at=STARTS + timedelta(minutes=30))
    close_activity(activity, by=cast.he, at=AFTER)

    found = dict(Invitation.objects.values_list("deputy__name", "attendance"))
    assert found == {"林晓梅": "present", "周建国": "late", "邓玉兰": "absent"}
    activity.refresh_from_db()
    assert (activity.state, activity.closed_at) == ("closed", AFTER)
    assert timeline(activity).last().summary == "应到3人，到会2人，缺席1人。"
    entered = DutyEntry.objects.order_by("deputy__pinyin_key").values_list("deputy__name", "kind__code", "title")
    assert list(entered) == [
        ("邓玉兰", "activity_absent", "视察：视察青石河治理工程（缺席）"),
        ("林晓梅", "inspection", "视察：视察青石河治理工程"),
        ("周建国", "inspection", "视察：视察青石河治理工程（迟到）"),
    ]


def test_half_days_of_a_session_are_counted_as_such(cast, register):
    row = asked(cast, register, "lin", kind="session", meeting=register.session, ends_at=STARTS + timedelta(hours=8))
    record_attendance(row["lin"], "present", by=cast.he, at=STARTS)
    close_activity(row["lin"].activity, by=cast.he, at=STARTS + timedelta(hours=9))
    entry = DutyEntry.objects.get()
    assert (entry.kind.code, entry.quantity, entry.source) == ("session_half_day", 2, row["lin"].activity)


def test_those_asked_hear_by_inbox_and_mail_and_who_was_absent_too(cast, register):
    rows = asked(cast, register)
    told = Notice.objects.filter(kind="deputies.invited")
    assert set(told.values_list("recipient", flat=True)) == {cast.lin.pk, cast.zhou.pk}
    assert "青石河一号闸" in told[0].body
    assert OutboxMail.objects.filter(kind="deputies.invited").count() == 2
    record_attendance(rows["zhou"], "present", by=cast.he, at=STARTS)
    close_activity(rows["lin"].activity, by=cast.he, at=AFTER)
    assert Notice.objects.get(kind="deputies.absent").recipient == cast.lin


@pytest.mark.parametrize("person", ["lin", "zhao", "wu", "stranger", "wei"])
def test_only_who_holds_activities_plans_one(cast, register, person):
    with pytest.raises(Refused, match="组织"):
        planned(cast, by=getattr(cast, person))


def test_a_township_and_a_convener_hold_their_own(cast, register):
    own = planned(cast, by=cast.wei, organiser=cast.township)
    assert own.holder == "青石镇人大"
    group = planned(cast, by=cast.wei, organiser=None, group=register.group, kind="group_activity")
    assert group.holder == "青石镇第一代表小组"
    with pytest.raises(Refused, match="组织单位"):
        invite_deputies(planned(cast), [register.lin.deputy], by=cast.wei, at=BEFORE)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "dance"}, "没有这个活动类别"),
        ({"title": " "}, "活动名称"),
        ({"place": ""}, "活动地点"),
        ({"ends_at": STARTS}, "晚于开始时间"),
        ({"ends_at": STARTS + timedelta(days=60)}, "分次安排"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_at_its_field(cast, register, changes, words):
    with pytest.raises(Refused, match=words) as refusal:
        planned(cast, **changes)
    assert refusal.value.field in changes
    assert not Activity.objects.exists()


def test_a_kind_that_has_ended_is_not_planned_any_more(cast, register):
    ActivityKind.objects.filter(code="inspection").update(valid_until=STARTS.date() - timedelta(days=1))
    with pytest.raises(Refused, match="没有生效"):
        planned(cast)


def test_nobody_is_asked_twice_and_nobody_without_a_seat(cast, register):
    row = asked(cast, register, "lin")["lin"]
    with pytest.raises(Refused, match="都已邀请过"):
        invite_deputies(row.activity, [register.lin.deputy], by=cast.he, at=BEFORE)
    register.term.ends_on = BEFORE.date()
    register.term.save()
    with pytest.raises(Refused, match="周建国活动当天没有在任的代表职务"):
        invite_deputies(row.activity, [register.zhou.deputy], by=cast.he, at=BEFORE)
    assert Invitation.objects.count() == 1


def test_attendance_waits_for_the_day_and_for_its_organiser(cast, register):
    row = asked(cast, register)["lin"]
    with pytest.raises(Refused, match="2026年3月12日举行"):
        record_attendance(row, "present", by=cast.he, at=BEFORE)
    with pytest.raises(Refused, match="组织单位"):
        record_attendance(row, "present", by=cast.lin, at=STARTS)
    with pytest.raises(Refused, match="没有经批准的请假"):
        record_attendance(row, "leave", by=cast.he, at=STARTS)
    with pytest.raises(Refused, match="请选择"):
        record_attendance(row, "asleep", by=cast.he, at=STARTS)


def test_closing_needs_its_end_somebody_noted_and_no_leave_undecided(cast, register):
    rows = asked(cast, register)
    activity = rows["lin"].activity
    with pytest.raises(Refused, match="须在“已举行”时办理"):
        close_activity(activity, by=cast.he, at=AFTER)
    record_attendance(rows["lin"], "present", by=cast.he, at=STARTS)
    with pytest.raises(Refused, match="结束后"):
        close_activity(activity, by=cast.he, at=STARTS)
    facts = {"reason": "住院", "approver": "convenor", "asked_by": cast.zhou, "asked_at": BEFORE}
    leave = Leave.objects.create(invitation=rows["zhou"], **facts)
    with pytest.raises(Refused, match="周建国的请假还没有审批"):
        close_activity(activity, by=cast.he, at=AFTER)
    Leave.objects.filter(pk=leave.pk).update(state="approved")
    close_activity(activity, by=cast.he, at=AFTER)
    assert Invitation.objects.get(pk=rows["zhou"].pk).attendance == "leave"
    with pytest.raises(Refused, match="已办结"):
        close_activity(activity, by=cast.he, at=AFTER)
    with pytest.raises(Refused, match="已办结"):
        record_attendance(rows["lin"], "late", by=cast.he, at=AFTER)


def test_a_cancelled_activity_says_why_to_those_asked(cast, register):
    activity = asked(cast, register)["lin"].activity
    with pytest.raises(Refused, match="理由"):
        cancel_activity(activity, by=cast.he, at=BEFORE, reason=" ")
    cancel_activity(activity, by=cast.he, at=BEFORE, reason="连日大雨，改期另行通知。")
    assert Notice.objects.filter(kind="deputies.cancelled", body__contains="大雨").count() == 2
    with pytest.raises(Refused, match="已取消"):
        invite_deputies(activity, [register.deng.deputy], by=cast.he, at=BEFORE)


def test_an_activity_held_already_is_entered_without_asking_anybody(cast, register):
    activity = planned(cast, at=AFTER)
    rows = invite_deputies(activity, [register.lin.deputy], by=cast.he, at=AFTER)
    assert not Notice.objects.filter(kind="deputies.invited").exists()
    record_attendance(rows[0], "present", by=cast.he, at=AFTER)
    assert close_activity(activity, by=cast.he, at=AFTER).state == "closed"


def test_half_days_are_mornings_and_afternoons():
    def between(first: str, last: str) -> int:
        zone = timezone.get_current_timezone()
        days = (timezone.datetime.fromisoformat(text).replace(tzinfo=zone) for text in (first, last))
        return half_days_between(*days)

    assert between("2026-03-12 09:00", "2026-03-12 11:30") == 1
    assert between("2026-03-12 14:00", "2026-03-12 17:30") == 1
    assert between("2026-03-12 09:00", "2026-03-12 17:30") == 2
    assert between("2026-03-12 14:00", "2026-03-13 12:00") == 2
    assert between("2026-03-12 09:00", "2026-03-14 17:00") == 6


def test_a_planner_without_a_word_plans_for_his_own_office(cast, register):
    facts = {"starts_at": STARTS, "ends_at": ENDS, "place": "镇政府", "at": BEFORE}
    assert plan_activity("forum", "座谈会", by=cast.wei, **facts).organiser == cast.township
