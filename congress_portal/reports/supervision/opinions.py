"""Deliberation opinions of the year: handed over, reported, struck off, late (审议意见)."""

from datetime import date

from django.db.models import Exists, OuterRef

from congress_portal.reports.supervision.kinds import OPINION
from congress_portal.reports.supervision.shape import by_organ, grouped, nothing, on_days, told_on
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period
from supervision.models import DeliberationOpinion, OpinionPaper
from supervision.states.opinion import REPORT_OWED, WITH_BODY, OpinionState, PaperKind

S = OpinionState


def tables(period: Period, on: date) -> list[Sheet]:
    """By the body they were handed to."""
    papers = OpinionPaper.objects.filter(opinion=OuterRef("pk"), kind=PaperKind.REPORT).order_by()
    late = papers.exclude(late_reason="")
    rows = DeliberationOpinion.objects.filter(state__in=WITH_BODY).select_related("unit")
    rows = told_on(on_days(rows, "handed_on", period), on).annotate(reported=Exists(papers), was_late=Exists(late))
    found = list(rows.order_by("handed_on", "pk"))
    if not found:
        return [nothing("opinions", "审议意见办理情况", "本年度没有交办审议意见。")]
    figures = (
        ("handed", "交办", lambda row: True),
        ("struck", "已通过并销号", lambda row: row.state == S.STRUCK),
        ("reported", "已报告研究处理情况", lambda row: row.reported),
        ("open", "办理中、待审议", lambda row: row.state != S.STRUCK),
        ("failed", "曾经未通过", lambda row: row.failures > 0),
        ("late", "逾期报告", lambda row: row.was_late),
        ("overdue", "逾期尚未报告", lambda row: row.state in REPORT_OWED and row.due_on < on),
    )
    note = "按交办日期统计；同一文号交办几个单位的，按单位分别计算。"
    groups = by_organ(found, "unit")
    return [grouped("opinions", "审议意见办理情况", "承办机关", figures, groups, found, OPINION, note)]
