"""Who arranges reports to voters, writes them, counts the ballot and confirms what was mended."""

from datetime import date
from typing import Any

from deputies.rules.register import KEEPERS, WHOLE_REGISTER
from deputies.states import AHEAD, VOTER_REPORT_FLOW, Level, VoterReportState
from foundation.accounts.roles import Role
from foundation.ballots.counting import SAME_HAND, is_second
from foundation.web.chinese import date_text
from foundation.workflow import Verdict, when

NOT_THE_OFFICE = "述职由代表联络工作机构和代表所在乡镇、街道的人大工作人员安排。"
NOT_THE_DEPUTY = "该事项由述职的代表本人办理。"
NO_COUNT = "还没有录入测评计票。"
S = VoterReportState


def may_plan_reports(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """The liaison office for all, a township's clerk for the deputies of its area."""
    allowed = user.is_authenticated and user.has_role(*KEEPERS, Role.TOWNSHIP_CLERK, on=on)
    return when(allowed, NOT_THE_OFFICE, "role")


def may_plan_report_of(user: Any, mandate: Any, *, on: date) -> Verdict:
    return when(looks_after(user, mandate, on), NOT_THE_OFFICE, "role")


def may_see_report_coverage(user: Any, obj: Any = None, *, on: date) -> Verdict:
    """Who of all deputies has reported: for those who arrange it and those who lead the congress."""
    allowed = user.is_authenticated and user.has_role(*WHOLE_REGISTER, Role.TOWNSHIP_CLERK, on=on)
    return when(allowed, "届内述职覆盖情况由人大机关和乡镇、街道人大工作人员查阅。", "role")


def looks_after(user: Any, mandate: Any, on: date) -> bool:
    """Whether the deputy of this seat is the person's to arrange for."""
    if not user.is_authenticated:
        return False
    if user.has_role(*KEEPERS, on=on):
        return True
    places = [mandate.delegation and mandate.delegation.area, mandate.constituency and mandate.constituency.area]
    if mandate.level == Level.TOWNSHIP:
        places.append(mandate.term.congress.area)
    offices = {place.organisation_id for place in places if place and place.organisation_id}
    return bool(offices & user.organisations(Role.TOWNSHIP_CLERK, on=on))


def may_open_report(user: Any, report: Any) -> Verdict:
    """Asked of the files: who arranges it, the deputy himself, the congress's own people."""
    if not user.is_authenticated:
        return when(False, "请先登录。", "role")
    seen = user.has_role(*WHOLE_REGISTER) or type(report)._default_manager.kept_by(user).filter(pk=report.pk).exists()
    return when(seen or _is_own(user, report), "附件由代表本人和人大工作人员查阅。", "role")


def may_write_statement(user: Any, report: Any, *, on: date) -> Verdict:
    return _own(user, report) & VOTER_REPORT_FLOW.verdict("write_statement", report.state)


def may_read_statement(user: Any, report: Any, *, on: date) -> Verdict:
    return _office(user, report, on) & VOTER_REPORT_FLOW.verdict("accept_statement", report.state)


def may_call_meeting(user: Any, report: Any, *, on: date) -> Verdict:
    """Once the statement has been read."""
    return (
        _office(user, report, on)
        & VOTER_REPORT_FLOW.verdict("hold_report", report.state)
        & when(report.activity_id is None, "这次述职已经安排会议。")
    )


def may_enter_ballot(user: Any, report: Any, *, on: date) -> Verdict:
    """After the meeting, while no count waits to be checked."""
    return (
        _office(user, report, on)
        & VOTER_REPORT_FLOW.verdict("publish_ballot", report.state)
        & when(waiting_count(report) is None, "已录入测评计票，请由另一名工作人员核对。")
    )


def may_check_ballot(user: Any, report: Any, *, on: date) -> Verdict:
    """Another one than he who entered the figures."""
    verdict = _office(user, report, on) & VOTER_REPORT_FLOW.verdict("publish_ballot", report.state)
    if not verdict:
        return verdict
    count = waiting_count(report)
    return when(count, NO_COUNT) & when(count and is_second(user, count), SAME_HAND, "role")


def waiting_count(report: Any) -> Any:
    """The count that waits for the second clerk, or None; asked once per object."""
    if "_waiting_count" not in report.__dict__:
        counts = type(report)._meta.get_field("count").related_model._default_manager
        report.__dict__["_waiting_count"] = counts.of(report).entered().first()
    return report.__dict__["_waiting_count"]


def may_submit_rectification(user: Any, report: Any, *, on: date) -> Verdict:
    return _own(user, report) & VOTER_REPORT_FLOW.verdict("submit_rectification", report.state)


def may_confirm_rectification(user: Any, report: Any, *, on: date) -> Verdict:
    return _office(user, report, on) & VOTER_REPORT_FLOW.verdict("confirm_rectification", report.state)


def may_cancel_report(user: Any, report: Any, *, on: date) -> Verdict:
    """Before the meeting is called; a meeting that is called is cancelled first."""
    meeting = report.activity
    words = f"述职会议已定于{date_text(meeting.day)}举行，请先取消会议。" if meeting else ""
    return (
        _office(user, report, on)
        & VOTER_REPORT_FLOW.verdict("cancel_report", report.state)
        & when(meeting is None or report.state not in AHEAD, words)
    )


def may_move_report(user: Any, report: Any, *, on: date) -> Verdict:
    """As long as it may be cancelled: before the meeting is called."""
    return may_cancel_report(user, report, on=on)


def _office(user: Any, report: Any, on: date) -> Verdict:
    return when(looks_after(user, report.mandate, on), NOT_THE_OFFICE, "role")


def _own(user: Any, report: Any) -> Verdict:
    return when(_is_own(user, report), NOT_THE_DEPUTY, "role")


def _is_own(user: Any, report: Any) -> bool:
    return user.is_authenticated and report.mandate.deputy.user_id == user.pk
