"""A deputy reports to his voters: plan, statement, meeting, ballot, rectification."""

from datetime import date, timedelta

import pytest

from deputies.models import DutyEntry, VoterReport
from deputies.states import AttendanceStatus, MandateStatus
from deputies.transitions.cancel_activity import cancel_activity
from deputies.transitions.plan_reports import cancel_report, plan_reports
from deputies.transitions.rectify import confirm_rectification, submit_rectification
from deputies.transitions.report_meetings import call_report_meeting
from deputies.transitions.statements import read_statement, write_statement
from deputies.transitions.voter_ballots import check_ballot, enter_ballot
from foundation import deadlines
from foundation.ballots.models import BallotRule, PaperCount
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies import reports
from tests.deputies.reports import AT, BAD, GOOD, figures


def told(user) -> list[str]:
    return list(Notice.objects.filter(recipient=user).order_by("pk").values_list("title", flat=True))


def test_a_report_is_planned_and_its_statement_has_a_clock(cast, register):
    report = reports.planned(cast, register.lin)

    clock = deadlines.clock_of("voter_statement", report)
    assert (clock.user, clock.due_on) == (cast.lin, report.statement_due_on)
    assert told(cast.lin) == ["请准备述职：林晓梅2026年述职"]


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"statement_due_on": date(2026, 5, 1)}, "statement_due_on", "不能晚于述职日期"),
        ({"statement_due_on": date(2026, 3, 1)}, "statement_due_on", "已过"),
        ({"audience": " "}, "audience", "向哪些选民述职"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_at_its_field(cast, register, facts, field, words):
    with pytest.raises(Refused, match=words) as refusal:
        reports.planned(cast, register.lin, **facts)
    assert refusal.value.field == field


def test_nobody_reports_twice_a_year_and_no_name_is_planned_when_one_is_refused(cast, register):
    reports.planned(cast, register.lin)
    days = {"planned_on": date(2026, 4, 1), "statement_due_on": date(2026, 3, 20), "audience": "选民"}

    with pytest.raises(Refused, match="林晓梅2026年已安排述职"):
        plan_reports([register.zhou, register.lin], by=cast.he, at=AT, **days)

    assert VoterReport.objects.count() == 1


def test_a_seat_that_is_not_exercised_on_that_day_is_refused(cast, register):
    seat = register.lin
    seat.changes.create(
        from_status=MandateStatus.SERVING, to_status=MandateStatus.ENDED, effective_on=date(2026, 3, 10), at=AT
    )
    with pytest.raises(Refused, match="林晓梅述职当天没有在任的代表职务"):
        reports.planned(cast, seat)


def test_a_township_plans_for_its_own_deputies_only(cast, register):
    assert reports.planned(cast, register.lin, by=cast.wei).planned_by == cast.wei
    with pytest.raises(Refused, match="代表所在乡镇、街道"):
        reports.planned(cast, register.zhou, by=cast.wei)


def test_a_draft_is_kept_quietly_and_the_statement_goes_to_the_office(cast, register):
    report = reports.planned(cast, register.lin)
    draft = write_statement(report, statement="初稿", by=cast.lin, at=AT)
    assert (draft.state, draft.statement) == ("planned", "初稿")

    done = write_statement(report, statement="定稿", ready=True, by=cast.lin, at=AT)

    assert done.state == "submitted"
    assert deadlines.clock_of("voter_statement", report) is None
    assert "述职报告待审阅：林晓梅2026年述职" in told(cast.xu)
    assert "述职报告待审阅：林晓梅2026年述职" in told(cast.wei)
    with pytest.raises(Refused, match="代表本人"):
        write_statement(reports.planned(cast, register.zhou), statement="代写", by=cast.lin, at=AT)
    with pytest.raises(Refused, match="述职报告待审阅"):
        write_statement(report, statement="再改", ready=True, by=cast.lin, at=AT)


def test_the_office_sends_it_back_with_words_or_publishes_it(cast, register):
    report = reports.submitted(cast, register.lin)
    with pytest.raises(Refused, match="写明需要修改的地方"):
        read_statement(report, accepted=False, by=cast.he, at=AT)
    with pytest.raises(Refused):
        read_statement(report, accepted=True, by=cast.lin, at=AT)

    back = read_statement(report, accepted=False, remarks="请补充接待情况", by=cast.he, at=AT)
    assert (back.state, back.published_at) == ("planned", None)
    again = write_statement(report, statement="补充后", ready=True, by=cast.lin, at=AT)
    done = read_statement(again, accepted=True, by=cast.he, at=AT)

    assert (done.state, done.published_at, done.return_note) == ("accepted", AT, "")
    assert list(VoterReport.objects.open_to_all()) == [done]


def test_who_came_to_the_meeting_has_reported_and_it_stands_in_his_file(cast, register):
    report = reports.held(cast, register.lin)

    assert (report.state, report.held_on) == ("held", AT.date())
    entry = DutyEntry.objects.get(deputy=register.lin.deputy)
    assert (entry.kind.code, entry.state) == ("report_to_voters", "confirmed")


def test_who_did_not_come_is_called_again(cast, register):
    report = reports.held(cast, register.lin, status=AttendanceStatus.ABSENT)

    assert (report.state, report.activity) == ("accepted", None)
    assert "没有到会述职，请重新安排述职会议：林晓梅2026年述职" in told(cast.xu)


def test_a_cancelled_meeting_frees_its_reports(cast, register):
    report = reports.accepted(cast, register.lin)
    when = {"starts_at": AT + timedelta(days=9), "ends_at": AT + timedelta(days=9, hours=1), "place": "会议室"}
    activity = call_report_meeting([report], title="述职会", by=cast.he, at=AT, **when)
    with pytest.raises(Refused, match="请先取消会议"):
        cancel_report(report, reason="调整", by=cast.he, at=AT)
    with pytest.raises(Refused, match="已经安排会议"):
        call_report_meeting([report], title="述职会", by=cast.he, at=AT, **when)

    cancel_activity(activity, reason="台风", by=cast.he, at=AT)

    report.refresh_from_db()
    assert report.activity is None
    assert cancel_report(report, reason="调整到明年", by=cast.he, at=AT).state == "cancelled"
    assert reports.planned(cast, register.lin).state == "planned"


def test_a_meeting_wants_statements_that_have_been_read(cast, register):
    with pytest.raises(Refused, match="待述职"):
        reports.called(cast, reports.submitted(cast, register.lin))


def test_the_second_clerk_publishes_the_result_with_its_formula(cast, register):
    report = reports.counted(cast, register.lin)
    with pytest.raises(Refused, match="另一名工作人员"):
        check_ballot(report, agrees=True, by=cast.he, at=AT)

    done = check_ballot(report, agrees=True, by=cast.xu, at=AT)

    assert (done.state, done.outcome) == ("balloted", "称职")
    assert done.count.formula == "称职42票÷收回票50张＝84.00%，达到80%（含本数），结果为“称职”。"
    assert "选民测评结果为“称职”：林晓梅2026年述职" in told(cast.lin)
    with pytest.raises(Refused, match="测评结果已公布"):
        check_ballot(report, agrees=True, by=cast.xu, at=AT)


def test_figures_go_back_and_are_entered_again(cast, register):
    report = reports.counted(cast, register.lin)
    with pytest.raises(Refused, match="哪里不符"):
        check_ballot(report, agrees=False, by=cast.xu, at=AT)

    back = check_ballot(report, agrees=False, reason="少录一张", by=cast.xu, at=AT)

    assert back.state == "held"
    assert told(cast.he)[-1] == "测评计票请重新录入：林晓梅2026年述职"
    enter_ballot(report, papers=figures(43, 5, 3), by=cast.xu, at=AT)
    assert check_ballot(report, agrees=True, by=cast.he, at=AT).outcome == "称职"


def test_more_papers_back_than_given_out_is_void_and_held_again(cast, register):
    report = reports.counted(cast, register.lin, figures(40, 5, 6, issued=50))

    done = check_ballot(report, agrees=True, by=cast.xu, at=AT)

    assert (done.state, done.outcome, done.count) == ("held", "", None)
    assert "测评无效，请重新组织：林晓梅2026年述职" in told(cast.he)
    enter_ballot(report, papers=GOOD, by=cast.he, at=AT)
    assert check_ballot(report, agrees=True, by=cast.xu, at=AT).state == "balloted"
    assert PaperCount.objects.of(report).count() == 2


def test_figures_that_cannot_be_right_write_nothing(cast, register):
    report = reports.held(cast, register.lin)
    with pytest.raises(Refused, match="合计50张，收回49张"):
        enter_ballot(report, papers=figures(42, 5, 3, returned=49), by=cast.he, at=AT)
    assert not PaperCount.objects.exists()


def test_without_a_rule_of_the_day_nothing_is_counted(cast, register):
    report = reports.held(cast, register.lin)
    BallotRule.objects.update(valid_until=date(2026, 1, 1))
    with pytest.raises(Refused, match="委员会秘书先行登记"):
        enter_ballot(report, papers=GOOD, by=cast.he, at=AT)


def test_more_than_half_dissatisfied_starts_a_clock_and_is_mended(cast, register):
    exactly = reports.balloted(cast, register.zhou, figures(10, 15, 25))
    report = reports.balloted(cast, register.lin, BAD)

    assert (exactly.state, report.state) == ("balloted", "rectifying")
    clock = deadlines.clock_of("voter_rectification", report)
    assert (clock.user, clock.started_on) == (cast.lin, AT.date())
    with pytest.raises(Refused, match="整改了什么"):
        submit_rectification(report, rectification=" ", by=cast.lin, at=AT)

    sent = submit_rectification(report, rectification="每月接待两次", by=cast.lin, at=AT)
    assert (sent.state, deadlines.clock_of("voter_rectification", report)) == ("rectified", None)
    with pytest.raises(Refused, match="还要整改什么"):
        confirm_rectification(report, agrees=False, by=cast.he, at=AT)
    back = confirm_rectification(report, agrees=False, remarks="请附接待记录", by=cast.he, at=AT)
    assert back.state == "rectifying"
    assert deadlines.clock_of("voter_rectification", report) is not None
    submit_rectification(report, rectification="附接待记录", by=cast.lin, at=AT)
    later = AT + timedelta(days=1)
    done = confirm_rectification(report, agrees=True, by=cast.he, at=later)

    assert (done.state, done.closed_at) == ("closed", later)
    assert told(cast.lin)[-1] == "整改已确认完成：林晓梅2026年述职"
    with pytest.raises(Refused, match="整改已完成"):
        confirm_rectification(report, agrees=True, by=cast.he, at=AT)
