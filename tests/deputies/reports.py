"""Reports to voters for tests, each as far on its way as a test needs it."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import VoterReport
from deputies.states import AttendanceStatus
from deputies.transitions.close_activity import close_activity
from deputies.transitions.plan_reports import plan_reports
from deputies.transitions.record_attendance import record_attendance
from deputies.transitions.rectify import submit_rectification
from deputies.transitions.report_meetings import call_report_meeting
from deputies.transitions.statements import read_statement, write_statement
from deputies.transitions.voter_ballots import check_ballot, enter_ballot
from foundation.ballots import Papers

AT = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
GRADES = ("称职", "基本称职", "不称职")
LENGTH = timedelta(hours=2)


def figures(*votes: int, invalid: int = 0, **changes: int) -> Papers:
    """So many votes per grade, everybody present has given a paper back."""
    returned = sum(votes) + invalid
    facts = {"present": returned, "issued": returned, "returned": returned, "invalid": invalid, **changes}
    return Papers(**facts, votes=dict(zip(GRADES, votes, strict=True)))


GOOD, BAD = figures(42, 5, 3), figures(10, 9, 31)


def planned(cast: Any, seat: Any, *, at: datetime = AT, year: int = 0, by: Any = None, **facts: Any) -> VoterReport:
    """On the calendar for a month later, or for the same day of another year."""
    day = (at + timedelta(days=30)).date()
    day = date(year, day.month, day.day) if year else day
    given = {"planned_on": day, "statement_due_on": day - timedelta(days=10), "audience": "第1选区选民代表", **facts}
    return plan_reports([seat], by=by or cast.he, at=at, **given)[0]


def submitted(cast: Any, seat: Any, *, at: datetime = AT, **facts: Any) -> VoterReport:
    report = planned(cast, seat, at=at, **facts)
    return write_statement(report, statement="一年来走访选民三十户。", ready=True, by=seat.deputy.user, at=at)


def accepted(cast: Any, seat: Any, *, at: datetime = AT, **facts: Any) -> VoterReport:
    return read_statement(submitted(cast, seat, at=at, **facts), accepted=True, by=cast.he, at=at)


def called(cast: Any, *reports: VoterReport, at: datetime = AT) -> Any:
    """One meeting, which was held two hours before `at`."""
    when = {"starts_at": at - 2 * LENGTH, "ends_at": at - LENGTH, "place": "青石镇会议室"}
    return call_report_meeting(reports, title="第1选区代表述职会", by=cast.he, at=at, **when)


def held(
    cast: Any, seat: Any, *, at: datetime = AT, status: str = AttendanceStatus.PRESENT, **facts: Any
) -> VoterReport:
    report = accepted(cast, seat, at=at, **facts)
    activity = called(cast, report, at=at)
    record_attendance(activity.invitations.get(), status, by=cast.he, at=at)
    close_activity(activity, by=cast.he, at=at)
    report.refresh_from_db()
    return report


def counted(cast: Any, seat: Any, papers: Papers = GOOD, *, at: datetime = AT, **facts: Any) -> VoterReport:
    """Entered, and not checked yet."""
    return enter_ballot(held(cast, seat, at=at, **facts), papers=papers, by=cast.he, at=at)


def balloted(cast: Any, seat: Any, papers: Papers = GOOD, *, at: datetime = AT, **facts: Any) -> VoterReport:
    return check_ballot(counted(cast, seat, papers, at=at, **facts), agrees=True, by=cast.xu, at=at)


def rectified(cast: Any, seat: Any, *, at: datetime = AT, **facts: Any) -> VoterReport:
    report = balloted(cast, seat, BAD, at=at, **facts)
    return submit_rectification(report, rectification="每月接待选民两次。", by=seat.deputy.user, at=at)
