"""The voters' ballot on paper: one clerk enters the figures, a second checks them, and the result is published."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from deputies import notices
from deputies.models import VoterReport
from deputies.rules import may_check_ballot, may_enter_ballot
from deputies.rules.voter_reports import NO_COUNT, waiting_count
from deputies.states import VoterReportState
from deputies.transitions._voter_report import RECTIFICATION, day_of, move, note, open_report
from foundation import deadlines
from foundation.ballots import Papers
from foundation.ballots.counting import confirm_count, enter_count, return_count
from foundation.ballots.models import BallotRule, PaperCount
from foundation.web.chinese import date_text
from foundation.workflow import Refused

RULE = "report_to_voters"
NO_RULE = "后台“测评办法”中没有述职当天有效的选民测评办法，请由委员会秘书先行登记。"


def rule_for(report: VoterReport) -> BallotRule | None:
    """The rule in force on the day of the meeting."""
    return BallotRule.objects.named(RULE, report.held_on) if report.held_on else None


@transaction.atomic
def enter_ballot(
    pk: Any, *, papers: Papers | Mapping[str, Papers], by: Any, at: datetime, version: int | None = None
) -> VoterReport:
    """The figures of the paper ballot, by body where several ballot; colleagues hear that they are to be checked.

    Refused: before the meeting, twice, without a rule of that day, figures that cannot all be right.
    """
    report = open_report(pk, version)
    may_enter_ballot(by, report, on=day_of(at)).require()
    rule = rule_for(report)
    if rule is None or report.held_on is None:
        raise Refused(NO_RULE)
    enter_count(report, rule, papers, topic=f"{report}选民测评", held_on=report.held_on, by=by, at=at)
    report.bump()
    note("enter_ballot", report, "录入选民测评计票，待核对。", by=by, at=at)
    notices.ballot_entered(report, by=by, at=at)
    return report


@transaction.atomic
def check_ballot(
    pk: Any, *, agrees: bool, reason: str = "", by: Any, at: datetime, version: int | None = None
) -> VoterReport:
    """The second clerk: with his yes the result is published; too many dissatisfied start the rectification's clock.

    A ballot that does not stand is told and held again. A no sends the figures back to be entered anew.
    """
    report = open_report(pk, version)
    may_check_ballot(by, report, on=day_of(at)).require()
    count = waiting_count(report)
    if count is None:
        raise Refused(NO_COUNT)
    if not agrees:
        sent = return_count(count, reason=reason, by=by, at=at)
        report.bump()
        note("return_ballot", report, f"退回计票：{sent.return_reason}", by=by, at=at)
        notices.ballot_returned(report, sent, by=by, at=at)
        return report
    done = confirm_count(count, by=by, at=at)
    return _publish(report, done, by=by, at=at) if done.stands else _again(report, done, by=by, at=at)


def _again(report: VoterReport, count: PaperCount, *, by: Any, at: datetime) -> VoterReport:
    report.bump()
    note("void_ballot", report, count.formula, by=by, at=at)
    notices.ballot_void(report, count, by=by, at=at)
    return report


def _publish(report: VoterReport, count: PaperCount, *, by: Any, at: datetime) -> VoterReport:
    mends = bool(count.alerts)
    report.count, report.outcome, report.result_published_at = count, count.outcome, at
    state = VoterReportState.RECTIFYING if mends else VoterReportState.BALLOTED
    move(report, "publish_ballot", "count", "outcome", "result_published_at", to=state)
    note("publish_ballot", report, f"公布测评结果：{count.formula}", by=by, at=at)
    if mends:
        start_rectification(report, by=by, at=at)
    notices.ballot_published(report, count, by=by, at=at)
    return report


def start_rectification(report: VoterReport, *, by: Any, at: datetime) -> None:
    """The clock of the rectification, on the deputy."""
    clock = deadlines.start(RECTIFICATION, report, on=day_of(at), user=report.mandate.deputy.user_id, by=by, at=at)
    note("start_rectification", report, f"转入整改，{date_text(clock.due_on)}前提交整改报告。", by=by, at=at)
