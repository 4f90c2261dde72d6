from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from congress_portal.reports import notices
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import may_freeze
from congress_portal.reports.states import REPORT_FLOW
from congress_portal.reports.transitions.beats import day_of, move, note, open_report
from deputies.models import Meeting
from foundation.workflow import Refused


@transaction.atomic
def freeze(
    pk: Any, *, by: Any, at: datetime, version: int | None = None, meeting: Meeting, adopted_on: date
) -> AnnualReport:
    """Records which meeting adopted the report and when, and freezes every cell and file under one hash (F91).

    Refused before it is confirmed, and for a day before it was built or still to come. From now on the database
    itself lets nobody change the row. Everybody with a duty in handling hears of it.
    """
    report = open_report(pk, version)
    may_freeze(by, report, on=day_of(at)).require()
    if meeting.opens_on is not None and meeting.opens_on > adopted_on:
        raise Refused("通过日期不能早于会议召开之日，请核对会议和日期。", "input")
    if adopted_on > day_of(at):
        raise Refused("通过日期不能晚于今天。", "input")
    if report.built_at and adopted_on < timezone.localdate(report.built_at):
        raise Refused("通过日期不能早于报告生成之日，请核对。", "input")
    report.meeting, report.adopted_on = meeting, adopted_on
    report.frozen_by, report.frozen_at, report.digest = by, at, report.expected_digest()
    move(report, REPORT_FLOW, "freeze", "meeting", "adopted_on", "frozen_by", "frozen_at", "digest")
    note("freeze", report, f"{meeting}通过，锁定，校验值{report.digest}。", by=by, at=at, digest=report.digest)
    notices.frozen(report, by=by, at=at)
    return report
