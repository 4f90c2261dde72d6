"""Who may do what with one deputy's report."""

from datetime import date
from typing import Any

from congress_portal.reports.rules import NOT_THE_OFFICE, OFFICE
from congress_portal.reports.states import DEPUTY_REPORT_FLOW, RENEWED, DeputyReportState, ReportKind, ReportState
from foundation.workflow import Verdict, allow, refuse, when

NOT_YOURS = "年度履职报告由代表本人补充；没有登录账号的，由代表工作机构代为录入。"
NOT_A_CHECKER = "年度履职报告由代表小组召集人、乡镇人大（街道工委）或者代表工作机构核对，本人不能核对自己的报告。"
TWO_HANDS = "核对和审定须由两名工作人员分别办理，请另一名同事审定。"
IN_PERSON = "核对和审定须由本人办理，不能代办。"


def may_open_own(user: Any, report: Any) -> Verdict:
    """Reading one report and its files."""
    found = type(report).objects.visible_to(user).filter(pk=report.pk).exists()
    return when(found, "您不能查看该报告。", "role")


def may_open_words(user: Any, run: Any, *, on: date) -> Verdict:
    """The office sends what the run has built to the deputies, who add their own words."""
    verdict = _office(user, on) & when(run.kind == ReportKind.DEPUTIES, "只有代表履职情况报告须送代表本人补充。")
    if run.state != ReportState.BUILT:
        return verdict & refuse("报告尚在生成或者汇总已经审定，不能再送本人补充。", "state")
    waiting = run.own_reports().filter(state=DeputyReportState.BUILT).exists()
    return verdict & when(waiting, "没有尚未送出的个人报告。")


def may_write(user: Any, report: Any, *, on: date) -> Verdict:
    """The deputy himself; the office for whoever has no account."""
    own = is_own(user, report)
    instead = report.deputy.user_id is None and user.has_role(*OFFICE, on=on)
    return when(own or instead, NOT_YOURS, "role") & DEPUTY_REPORT_FLOW.verdict("write_words", report.state)


def may_check(user: Any, report: Any, *, on: date) -> Verdict:
    """Convener, township or office; before the deputy has spoken only when his time is over."""
    verdict = _checker(user, report) & in_person(user) & DEPUTY_REPORT_FLOW.verdict("check", report.state)
    waits = report.state == DeputyReportState.OPEN and report.deputy.user_id and report.words_until
    if waits and on <= report.words_until:
        day = report.words_until
        verdict &= refuse(f"代表本人尚未提交，补充期限到{day.month}月{day.day}日，期满后可以核对。", "date")
    return verdict


def may_send_back(user: Any, report: Any, *, on: date) -> Verdict:
    return _checker(user, report) & DEPUTY_REPORT_FLOW.verdict("send_back", report.state)


def may_confirm(user: Any, report: Any, *, on: date) -> Verdict:
    """The office, another person than who checked it; nobody his own."""
    verdict = _office(user, on) & in_person(user) & DEPUTY_REPORT_FLOW.verdict("confirm", report.state)
    verdict &= when(not is_own(user, report), "本人不能审定自己的报告。", "role")
    return verdict & when(report.checked_by_id != user.pk, TWO_HANDS, "role")


def may_correct(user: Any, report: Any, *, on: date) -> Verdict:
    """Another edition after a confirmed one, with a reason (F91)."""
    verdict = _office(user, on) & when(report.is_confirmed, "报告尚未审定，可以退回补充或者重新生成，无需更正。")
    return verdict & when(report.is_latest(), "该年度已有更新的一版，请在最新一版上更正。")


def may_remake(user: Any, report: Any, *, on: date) -> Verdict:
    """One report counted anew, after its fault was put right."""
    return _office(user, on) & when(report.state in RENEWED, "报告已核对，须先退回才能重新生成。")


def is_own(user: Any, report: Any) -> bool:
    """Whether it is about this person, in his own account or in the hand of a substitute."""
    own = report.deputy.user_id
    return own is not None and own in {user.pk, getattr(getattr(user, "acted_by", None), "pk", None)}


def _checker(user: Any, report: Any) -> Verdict:
    found = type(report).objects.checked_by(user).filter(pk=report.pk).exists() and not is_own(user, report)
    return when(found, NOT_A_CHECKER, "role")


def _office(user: Any, on: date) -> Verdict:
    return when(user.has_role(*OFFICE, on=on), NOT_THE_OFFICE, "role")


def in_person(user: Any) -> Verdict:
    """Nobody checks or confirms in somebody else's name."""
    return refuse(IN_PERSON, "role") if getattr(user, "acted_by", None) is not None else allow()
