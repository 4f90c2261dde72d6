"""The rows behind one figure of a report."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from congress_portal.reports.deputies.summary import OF
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.states import DEPUTY_TONES
from congress_portal.reports.supervision.sources import SOURCES as SUPERVISION
from foundation.documents.figures import Sheet
from foundation.web.tables import Column
from suggestions.views.figures import SOURCES, FigureRows


def _own_reports(user: Any) -> QuerySet:
    rows = DeputyReport.objects.light().visible_to(user).select_related("deputy", "delegation")
    return rows.order_by("deputy__pinyin_key", "pk")


OWN_REPORTS = (
    Column("代表", "deputy.name", link=lambda row: row.get_absolute_url(), primary=True),
    Column("代表团", lambda row: str(row.delegation or "")),
    Column("层级", "get_level_display"),
    Column("积分", lambda row: row.figures.get("points") or ""),
    Column("状态", "get_state_display", kind="badge", tone=lambda row: DEPUTY_TONES[row.state]),
    Column("失败原因", "failure"),
)


class Rows(FigureRows):
    """One cell of one edition, opened up."""

    sources = SOURCES | {OF: (_own_reports, OWN_REPORTS)} | SUPERVISION

    def find(self) -> Sheet | None:
        self.report = get_object_or_404(AnnualReport.objects.visible_to(self.request.user), pk=self.kwargs["pk"])
        return next((known for known in self.report.sheets if known.key == self.kwargs["sheet"]), None)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("年度报告", "/reports/"), (str(self.report), f"{self.report.get_absolute_url()}#{self.sheet.key}")]
