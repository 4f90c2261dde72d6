"""Who keeps the register of appointees, who reports, who checks."""

from datetime import date
from typing import Any

from foundation.workflow import Verdict, when
from supervision.rules.house import may_manage
from supervision.states.appointees import (
    DUTY_REPORT_FLOW,
    DUTY_ROUND_FLOW,
    MEASURE_FLOW,
    DutyReportState,
    RoundState,
)

NOT_THE_APPOINTEE = "由任命人员本人提交，或者由人大常委会办事机构代录纸质报告。"


def may_enter_appointee(user: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on)


def may_end_appointee(user: Any, appointee: Any, *, on: date) -> Verdict:
    """Posts that ended without a bill: abolished, moved away, deceased."""
    return may_manage(user, on=on) & when(appointee.ended_on is None, "这名任命人员已经离任。", "state")


def may_open_duty_round(user: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on)


def may_close_duty_round(user: Any, round: Any, *, on: date) -> Verdict:
    """When everybody in office has reported and was read, and what was balloted has its result."""
    verdict = may_manage(user, on=on) & DUTY_ROUND_FLOW.verdict("close_duty_round", round.state)
    return _all_told(round) if verdict else verdict


def _all_told(round: Any) -> Verdict:
    rows = round.reports.filter(appointee__ended_on=None).select_related("appointee")
    late = [row.appointee.name for row in rows if row.state != DutyReportState.ACCEPTED]
    open_ballots = [row.appointee.name for row in rows if row.is_balloted and not row.outcome]
    unread = when(not late, f"还有报告没有提交或者审阅：{'、'.join(late[:10])}。", "state")
    return unread & when(not open_ballots, f"列入测评的还没有结果：{'、'.join(open_ballots[:10])}。", "state")


def may_ballot_round(user: Any, round: Any, *, on: date) -> Verdict:
    """While the round is open."""
    open_round = when(round.state == RoundState.OPEN, "本年度述职已经结束。", "state")
    return may_manage(user, on=on) & open_round


def may_hand_in_duty_report(user: Any, report: Any, *, on: date) -> Verdict:
    return _own(user, report, on) & DUTY_REPORT_FLOW.verdict("hand_in_duty_report", report.state)


def may_return_duty_report(user: Any, report: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & DUTY_REPORT_FLOW.verdict("return_duty_report", report.state)


def may_accept_duty_report(user: Any, report: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & DUTY_REPORT_FLOW.verdict("accept_duty_report", report.state)


def may_add_measure(user: Any, report: Any, *, on: date) -> Verdict:
    """Besides those that follow by themselves, after the ballot."""
    return may_manage(user, on=on) & when(bool(report.outcome), "还没有测评结果。", "state")


def may_report_measure(user: Any, measure: Any, *, on: date) -> Verdict:
    return _own(user, measure.report, on) & MEASURE_FLOW.verdict("report_measure", measure.state)


def may_return_measure(user: Any, measure: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & MEASURE_FLOW.verdict("return_measure", measure.state)


def may_confirm_measure(user: Any, measure: Any, *, on: date) -> Verdict:
    return may_manage(user, on=on) & MEASURE_FLOW.verdict("confirm_measure", measure.state)


def may_open_row(user: Any, row: Any) -> Verdict:
    """Asked of the files of a report or a measure."""
    seen = user.is_authenticated and type(row)._default_manager.visible_to(user).filter(pk=row.pk).exists()
    return when(seen, "材料由人大机关、常委会组成人员和本人查阅。", "role")


def shows_text(user: Any, report: Any) -> bool:
    """A report that is still being written is its author's alone."""
    return report.state != DutyReportState.ASKED or report.appointee.user_id == user.pk


def _own(user: Any, report: Any, on: date) -> Verdict:
    own = when(user.is_authenticated and report.appointee.user_id == user.pk, NOT_THE_APPOINTEE, "role")
    return may_manage(user, on=on) | own
