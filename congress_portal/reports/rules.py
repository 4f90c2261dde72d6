"""Who may: one verdict for button, guard and test."""

from datetime import date
from typing import Any

from congress_portal.reports.states import READY, REPORT_FLOW, ReportKind, ReportState
from deputies.people import mandates_of
from deputies.states import Level
from foundation.accounts.roles import THREE_ADMINISTRATORS, Role
from foundation.workdays.clock import today
from foundation.workflow import Verdict, allow, refuse

OFFICE = (Role.CLERK, Role.SECRETARY)
# Who deliberates a report before it is adopted.
DELIBERATING = (Role.CHAIR, Role.VICE_CHAIR, Role.SC_MEMBER, Role.COMMITTEE)
NOT_THE_OFFICE = "年度报告由人大常委会代表工作机构办理。"


def states_open_to(user: Any, kind: str = ReportKind.HANDLING) -> tuple[str, ...]:
    """In which states this person may read a report of this kind: the office all, leaders and members once it is
    confirmed. Adopted, the report on handling is open to everybody with a duty in it, the report on deputies to
    deputies and township clerks, the report on supervision to deputies; the three administrators read none."""
    if not user.is_authenticated:
        return ()
    if user.has_role(*OFFICE):
        return tuple(ReportState.values)
    if user.has_role(*DELIBERATING):
        return (ReportState.CONFIRMED, ReportState.FROZEN)
    if kind == ReportKind.SUPERVISION:
        return (ReportState.FROZEN,) if mandates_of(user, today()) else ()
    if kind == ReportKind.DEPUTIES:
        reads = user.has_role(Role.TOWNSHIP_CLERK) or bool(mandates_of(user, today()))
        return (ReportState.FROZEN,) if reads else ()
    return (ReportState.FROZEN,) if set(user.roles) - THREE_ADMINISTRATORS else ()


def may_open(user: Any, report: Any) -> Verdict:
    """Reading a report and its files."""
    return allow() if report.state in states_open_to(user, report.kind) else refuse("您不能查看该报告。", "role")


def sees_all(user: Any) -> bool:
    """Whether every registered suggestion of the district is open to this person, so that lists and files hide none."""
    if not user.is_authenticated:
        return False
    whole = user.has_role(*OFFICE, Role.CHAIR, Role.VICE_CHAIR, Role.SC_MEMBER)
    return whole or any(mandate.level == Level.DISTRICT for mandate in mandates_of(user, today()))


def may_open_file(user: Any, report: Any) -> Verdict:
    """The files on handling name single suggestions, so they are for those to whom all of these are open."""
    verdict = may_open(user, report)
    if not verdict or report.kind != ReportKind.HANDLING:
        return verdict
    return allow() if sees_all(user) else refuse("报告文件由人大常委会印发，请在页面上查阅。", "role")


def may_ask(user: Any, report: Any, *, on: date) -> Verdict:
    """A new counting of an edition that is not adopted; without a report: a first one for the year."""
    verdict = _office(user, on) & _in_person(user)
    return verdict & (REPORT_FLOW.verdict("ask", report.state) if report else allow())


def may_correct(user: Any, report: Any, *, on: date) -> Verdict:
    """Another edition after an adopted one, with a reason (F91)."""
    verdict = _office(user, on) & _in_person(user)
    if report.state != ReportState.FROZEN:
        verdict &= refuse("报告尚未通过，可以直接重新生成，无需更正。", "state")
    return verdict & (allow() if report.is_latest() else refuse("该年度已有更新的一版，请在最新一版上更正。", "state"))


def may_confirm(user: Any, report: Any, *, on: date) -> Verdict:
    """A second pair of eyes: not whoever had it built."""
    verdict = _office(user, on) & _in_person(user) & REPORT_FLOW.verdict("confirm", report.state)
    if report.asked_by_id == user.pk:
        verdict &= refuse("生成和审定须由两名工作人员分别办理，请另一名同事审定。", "role")
    return verdict & _is_complete(report)


def _is_complete(report: Any) -> Verdict:
    """The summary of deputies' reports is confirmed after all of these, and counted after the last of them."""
    if report.kind != ReportKind.DEPUTIES:
        return allow()
    if waiting := report.own_reports().unconfirmed().count():
        return refuse(f"还有{waiting}份代表个人履职报告没有审定，请先审定。", "state")
    if report.own_reports().filter(confirmed_at__gt=report.built_at).exists():
        return refuse("汇总生成以后又有个人报告审定，请先重新生成汇总。", "state")
    return allow()


def may_send_back(user: Any, report: Any, *, on: date) -> Verdict:
    return _office(user, on) & REPORT_FLOW.verdict("send_back", report.state)


def may_freeze(user: Any, report: Any, *, on: date) -> Verdict:
    return _office(user, on) & REPORT_FLOW.verdict("freeze", report.state)


def may_compare(user: Any, report: Any, *, on: date) -> Verdict:
    """Counting anew beside what was built, without changing it."""
    ready = allow() if report.state in READY else refuse("报告尚未生成，请稍后再核对。", "state")
    return _office(user, on) & ready


def _office(user: Any, on: date) -> Verdict:
    return allow() if user.has_role(*OFFICE, on=on) else refuse(NOT_THE_OFFICE, "role")


def _in_person(user: Any) -> Verdict:
    """Standing in for a colleague would let one hand build and confirm."""
    for_another = getattr(user, "acted_by", None) is not None
    return refuse("生成和审定须由本人办理，不能代办。", "role") if for_another else allow()
