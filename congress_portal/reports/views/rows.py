"""The rows behind one figure of a report."""

from django.shortcuts import get_object_or_404

from congress_portal.reports.models import AnnualReport
from foundation.documents.figures import Sheet
from suggestions.views.figures import FigureRows


class Rows(FigureRows):
    """One cell of one edition, opened up."""

    def find(self) -> Sheet | None:
        self.report = get_object_or_404(AnnualReport.objects.visible_to(self.request.user), pk=self.kwargs["pk"])
        return next((known for known in self.report.sheets if known.key == self.kwargs["sheet"]), None)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("年度报告", "/reports/"), (str(self.report), f"{self.report.get_absolute_url()}#{self.sheet.key}")]
