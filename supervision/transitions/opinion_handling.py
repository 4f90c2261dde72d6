"""The body handles an opinion: its plan, its report for comment, its written report (监督法第十七条)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from foundation import deadlines
from foundation.workflow import Refused
from supervision.models import DeliberationOpinion
from supervision.notices import opinions as notices
from supervision.states.opinion import COMMENT, PLAN, PaperKind
from supervision.transitions._beats import day_of, filled, note
from supervision.transitions._opinion import move, opened, put
from supervision.transitions._problem import drop_delays


@transaction.atomic
def plan_opinion(
    pk: Any, *, text: str, files: Sequence[Any] = (), by: Any, at: datetime, version: int | None = None
) -> DeliberationOpinion:
    """Who does what until when; a later plan stands beside the earlier one."""
    opinion = opened("plan_opinion", pk, by, at, version)
    words = filled(text, "请写明研究处理的措施、责任人和时间安排。", "text")
    move(opinion, "plan_opinion")
    put(opinion, PaperKind.PLAN, words, files, by=by, at=at)
    deadlines.meet(PLAN, opinion, at=at)
    note("plan_opinion", opinion, f"{opinion.unit}报送研究处理方案。", by=by, at=at)
    notices.planned(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def send_for_comment(
    pk: Any, *, text: str, files: Sequence[Any] = (), by: Any, at: datetime, version: int | None = None
) -> DeliberationOpinion:
    """The report goes to the committee first, which says what it thinks of it."""
    opinion = opened("send_for_comment", pk, by, at, version)
    words = filled(text, "请写明研究处理情况。", "text")
    move(opinion, "send_for_comment")
    put(opinion, PaperKind.DRAFT, words, files, by=by, at=at)
    deadlines.start(COMMENT, opinion, on=day_of(at), organisation=opinion.committee_id, by=by, at=at)
    note("send_for_comment", opinion, f"{opinion.unit}将处理报告送{opinion.committee}征求意见。", by=by, at=at)
    notices.sent_for_comment(opinion, by=by, at=at)
    return opinion


@transaction.atomic
def comment_opinion(pk: Any, *, text: str, by: Any, at: datetime, version: int | None = None) -> DeliberationOpinion:
    """What the committee asks to be changed, or that it agrees."""
    opinion = opened("comment_opinion", pk, by, at, version)
    words = filled(text, "请写明意见；同意的，写“同意”。", "text")
    move(opinion, "comment_opinion")
    put(opinion, PaperKind.COMMENT, words, by=by, at=at)
    deadlines.meet(COMMENT, opinion, at=at)
    note("comment_opinion", opinion, f"{opinion.committee}提出意见。", by=by, at=at)
    notices.commented(opinion, words, by=by, at=at)
    return opinion


@transaction.atomic
def report_opinion(
    pk: Any,
    *,
    text: str,
    adopted: str,
    effect: str,
    late_reason: str = "",
    files: Sequence[Any] = (),
    by: Any,
    at: datetime,
    version: int | None = None,
) -> DeliberationOpinion:
    """The written report: what was done, what was adopted and what not and why, measures and effect. Late only with
    the reason for it."""
    opinion = opened("report_opinion", pk, by, at, version)
    more = {
        "adopted": filled(adopted, "请逐条写明采纳情况，未采纳的写明理由。", "adopted"),
        "effect": filled(effect, "请写明采取的措施和成效。", "effect"),
        "late_reason": late_reason.strip(),
    }
    words = filled(text, "请写明审议意见的执行情况。", "text")
    if opinion.due_on is not None and day_of(at) > opinion.due_on and not more["late_reason"]:
        raise Refused(f"报告期限{opinion.due_on:%Y-%m-%d}已过，请写明逾期的原因。", "input", field="late_reason")
    move(opinion, "report_opinion")
    put(opinion, PaperKind.REPORT, words, files, by=by, at=at, **more)
    drop_delays(opinion, "已报送报告。", by=by, at=at)
    deadlines.meet(opinion.term, opinion, at=at)
    late = f"逾期原因：{more['late_reason']}" if more["late_reason"] else ""
    note("report_opinion", opinion, f"{opinion.unit}报送研究处理情况的报告。{late}"[:500], by=by, at=at)
    notices.reported(opinion, by=by, at=at)
    return opinion
