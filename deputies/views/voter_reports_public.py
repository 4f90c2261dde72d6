"""What voters read: who reported, what he said, how they voted (代表法 58)."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.utils.decorators import method_decorator

from deputies.models import VoterReport
from deputies.views.voter_reports import basics, state_tone
from foundation.web.qr import qr_code
from foundation.web.tables import Column
from foundation.web.views import DetailPage, ListPage

COLUMNS = (
    Column("代表", lambda row: f"{row.mandate.deputy.name}代表", link=lambda row: f"{row.pk}/", primary=True),
    Column("代表团", lambda row: str(row.mandate.delegation or "")),
    Column("述职日期", lambda row: row.held_on or row.planned_on, kind="date"),
    Column("进展", "get_state_display", kind="badge", tone=state_tone),
    Column("选民测评", "outcome"),
)


@method_decorator(login_not_required, name="dispatch")
class PublicReports(ListPage):
    """Statements that have been read and published, the latest first."""

    title = "代表述职"
    template_name = "deputies/public_reports.html"
    columns = COLUMNS
    empty = "还没有公布的述职报告。"

    def queryset(self) -> QuerySet[VoterReport]:
        return VoterReport.objects.open_to_all().with_names()


@method_decorator(login_not_required, name="dispatch")
class PublicReport(DetailPage):
    """One statement with the result of the ballot and how it was worked out."""

    template_name = "deputies/public_report.html"
    context_name = "report"
    crumbs = (("代表述职", "/deputies/open/voter-reports/"),)

    def queryset(self) -> QuerySet[VoterReport]:
        return VoterReport.objects.open_to_all().with_names().select_related("count__rule")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs["qr"] = qr_code(self.request.build_absolute_uri(self.request.path), "本页网址的二维码")
        return super().get_context_data(basics=basics(self.object), **kwargs)
