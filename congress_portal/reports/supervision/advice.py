"""What experts and legislative contact points said in the year and what became of it (专家咨询、立法联系点)."""

from datetime import date

from django.db.models import Q

from congress_portal.reports.supervision.kinds import ADVICE, DRAFT_OPINION
from congress_portal.reports.supervision.shape import Figures, by_organ, grouped, nothing, told_on, within
from foundation.documents.figures import Sheet
from suggestions.yearbook import Period
from supervision.models import Advice, ContactPoint, DraftOpinion, ExpertMatter
from supervision.states.advice import AdviceFate

FATES: Figures = (
    ("adopted", "采纳", lambda row: row.fate == AdviceFate.ADOPTED),
    ("partly", "部分采纳", lambda row: row.fate == AdviceFate.PARTLY),
    ("declined", "未采纳", lambda row: row.fate == AdviceFate.NOT_ADOPTED),
)
ASKED: Figures = (
    ("asked", "请教（人次）", lambda row: True),
    ("given", "提出意见", lambda row: row.text != ""),
    *FATES,
    ("waiting", "尚未提出", lambda row: row.text == ""),
)
HEARD: Figures = (
    ("count", "提出意见", lambda row: True),
    *FATES,
    ("waiting", "待反馈", lambda row: row.fate == ""),
)


def tables(period: Period, on: date) -> list[Sheet]:
    """Experts and deputies of the groups by the committee that asked; opinions on drafts by every contact point."""
    return [_experts(period, on), _points(period)]


def _experts(period: Period, on: date) -> Sheet:
    matters = told_on(within(ExpertMatter.objects.all(), "opened_at", period), on).order_by().values("pk")
    rows = Advice.objects.filter(matter__in=matters).select_related("matter__committee")
    found = list(rows.order_by("matter", "pk"))
    if not found:
        return nothing("experts", "专家咨询情况", "本年度没有向专家提出咨询事项。")
    committees = by_organ([row.matter for row in found], "committee")
    groups = [(key, name, [row for row in found if str(row.matter.committee_id) == key]) for key, name, _ in committees]
    note = "按提出咨询事项的日期统计，包括代表小组成员的意见。"
    return grouped("experts", "专家咨询情况", "负责的工作委员会", ASKED, groups, found, ADVICE, note)


def _points(period: Period) -> Sheet:
    rows = within(DraftOpinion.objects.all(), "entered_at", period)
    found = list(rows.order_by("point__name", "pk"))
    served = Q(from_date__lte=period.last) & (Q(until_date__isnull=True) | Q(until_date__gte=period.first))
    points = list(ContactPoint.objects.filter(served).order_by("name", "pk"))
    if not points:
        return nothing("contact_points", "立法联系点意见", "本年度没有设立立法联系点。")
    groups = [(str(point.pk), point.name, [row for row in found if row.point_id == point.pk]) for point in points]
    note = "按登记意见的日期统计；没有提出意见的联系点也列出。"
    return grouped("contact_points", "立法联系点意见", "立法联系点", HEARD, groups, found, DRAFT_OPINION, note)
