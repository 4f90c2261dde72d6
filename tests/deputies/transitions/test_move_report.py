"""A report to voters is moved, and follows a corrected attendance."""

from datetime import date, timedelta

import pytest

from deputies.models import DutyEntry, Invitation
from deputies.states import AttendanceStatus
from deputies.transitions.correct_attendance import correct_attendance
from deputies.transitions.move_report import move_report
from deputies.transitions.report_meetings import call_report_meeting
from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies import reports
from tests.deputies.reports import AT


def told(user) -> list[str]:
    return list(Notice.objects.filter(recipient=user).order_by("pk").values_list("title", flat=True))


LATER = {"planned_on": date(2026, 5, 20), "statement_due_on": date(2026, 5, 10), "reason": "与村级换届冲突"}


def test_a_report_is_moved_with_a_reason_and_its_clock_with_it(cast, register):
    report = reports.planned(cast, register.lin)

    done = move_report(report, **LATER, by=cast.wei, at=AT)

    assert (done.planned_on, deadlines.clock_of("voter_statement", done).due_on) == (
        date(2026, 5, 20),
        date(2026, 5, 10),
    )
    assert told(cast.lin)[-1] == "述职改到2026年5月20日：林晓梅2026年述职"
    assert "与村级换届冲突" in Notice.objects.filter(recipient=cast.lin).latest("pk").body


def test_a_statement_that_is_in_is_not_asked_for_again(cast, register):
    report = move_report(reports.accepted(cast, register.lin), **LATER | {"statement_due_on": None}, by=cast.he, at=AT)

    assert (report.state, report.planned_on) == ("accepted", date(2026, 5, 20))
    assert deadlines.clock_of("voter_statement", report) is None


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"reason": " "}, "reason", "改期的理由"),
        ({"planned_on": date(2026, 3, 1)}, "planned_on", "已过"),
        ({"planned_on": date(2026, 4, 1), "statement_due_on": date(2026, 3, 22)}, "planned_on", "没有改动"),
        ({"statement_due_on": date(2026, 5, 21)}, "statement_due_on", "不晚于述职日期"),
        ({"planned_on": date(2021, 5, 20)}, "planned_on", "已过"),
        ({"planned_on": date(2027, 3, 20)}, "planned_on", "2027年已安排述职"),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(cast, register, facts, field, words):
    report = reports.planned(cast, register.lin)
    reports.planned(cast, register.lin, planned_on=date(2027, 4, 1), statement_due_on=date(2027, 3, 20))
    with pytest.raises(Refused, match=words) as refusal:
        move_report(report, **{**LATER, **facts}, by=cast.he, at=AT)
    assert refusal.value.field == field


def test_who_may_move_it_and_when(cast, register):
    report = reports.planned(cast, register.zhou)
    with pytest.raises(Refused, match="代表所在乡镇、街道"):
        move_report(report, **LATER, by=cast.wei, at=AT)
    held = reports.held(cast, register.lin)
    with pytest.raises(Refused, match="已述职待测评"):
        move_report(held, **LATER, by=cast.he, at=AT)


def duties() -> list[tuple[str, str]]:
    rows = DutyEntry.objects.order_by("pk")
    return list(rows.values_list("kind__code", "state"))


def test_a_corrected_absence_takes_the_report_back_with_its_duty(cast, register):
    report = reports.held(cast, register.lin)
    asked = report.activity.invitations.get()

    correct_attendance(asked, status=AttendanceStatus.ABSENT, reason="签到误记", by=cast.he, at=AT)

    report.refresh_from_db()
    assert (report.state, report.activity, report.held_on) == ("accepted", None, None)
    assert ("report_to_voters", "struck") in duties()
    assert ("report_to_voters", "confirmed") not in duties()
    assert "没有到会述职，请重新安排述职会议：林晓梅2026年述职" in told(cast.xu)


def test_a_corrected_presence_makes_the_report_given(cast, register):
    report = reports.held(cast, register.lin, status=AttendanceStatus.ABSENT)
    asked = Invitation.objects.get()

    correct_attendance(asked, status=AttendanceStatus.LATE, reason="迟到未登记", by=cast.he, at=AT)

    report.refresh_from_db()
    assert (report.state, report.held_on, report.activity) == ("held", AT.date(), asked.activity)
    assert ("report_to_voters", "confirmed") in duties()


def test_what_was_balloted_is_not_taken_back(cast, register):
    report = reports.counted(cast, register.lin)
    asked = report.activity.invitations.get()
    with pytest.raises(Refused, match="请先由核对人退回"):
        correct_attendance(asked, status=AttendanceStatus.ABSENT, reason="签到误记", by=cast.he, at=AT)
    asked.refresh_from_db()
    assert asked.attendance == "present"
    assert ("report_to_voters", "confirmed") in duties()


def test_a_report_called_to_another_meeting_is_not_given_twice(cast, register):
    report = reports.held(cast, register.lin, status=AttendanceStatus.ABSENT)
    asked = Invitation.objects.get()
    when = {"starts_at": AT + timedelta(days=9), "ends_at": AT + timedelta(days=9, hours=1), "place": "会议室"}
    call_report_meeting([report], title="第二场述职会", by=cast.he, at=AT, **when)
    with pytest.raises(Refused, match="另行安排会议“第二场述职会”"):
        correct_attendance(asked, status=AttendanceStatus.PRESENT, reason="漏登", by=cast.he, at=AT)
