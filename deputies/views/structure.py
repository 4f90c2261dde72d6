"""The structure of the deputies: page, chart, workbook, and the deputies behind each figure."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.generic import TemplateView

from deputies import rules
from deputies.allotment import SEATS, legal_size
from deputies.forms.structure import StructureFilter
from deputies.models import Congress, Mandate
from deputies.yearbook.structure import members_of, shares_on, sheet_of
from foundation import audit
from foundation.documents.figures.drawing import drawn
from foundation.documents.figures.workbook import workbook
from foundation.files.kinds import KINDS
from foundation.web.charts import bar_chart
from foundation.web.chinese import date_text
from foundation.web.tables import Column, Table
from foundation.web.views.page import PageMixin
from foundation.workdays.clock import now

WHO = (
    Column("姓名", "deputy.name", link=lambda seat: seat.deputy.get_absolute_url(), primary=True),
    Column("代表团", lambda seat: str(seat.delegation or "")),
    Column("单位及职务", "deputy.employer_title"),
)


class Structure(PageMixin, TemplateView):
    """Counts on a day, for the congress or one delegation; `?line=` lists who stands behind a figure."""

    template_name = "deputies/structure.html"
    title = "代表结构统计"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (verdict := rules.may_open_structure(request.user)):
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = StructureFilter(request.GET or None)
        self.day: date = self.on
        self.count()
        if request.GET.get("format") == "xlsx":
            return self.as_workbook()
        return super().get(request, *args, **kwargs)

    def count(self) -> None:
        """Everything the page, the chart and the workbook show."""
        asked = self.form.cleaned_data if self.form.is_bound and self.form.is_valid() else {}
        self.day = asked.get("on") or self.on
        self.seats = self.counted_seats(asked)
        members = members_of(self.seats, self.day)
        self.total = len(members)
        self.shares = shares_on(members, self.day)
        self.sheet = sheet_of(self.shares, self.total, self.day)

    def counted_seats(self, asked: dict[str, Any]) -> QuerySet[Mandate]:
        seats = Mandate.objects.visible_to(self.request.user).at_home().serving_on(self.day)
        return seats.filter(delegation=asked["delegation"]) if asked.get("delegation") else seats

    def as_workbook(self) -> HttpResponse:
        name = f"代表结构统计{self.day:%Y%m%d}.xlsx"
        audit.record(
            "deputies.export_structure",
            Congress.objects.get(is_home=True),
            by=self.request.user,
            at=now(),
            summary=f"导出代表结构统计（{date_text(self.day)}，{self.total}名）。",
            visibility="office",
        )
        response = HttpResponse(workbook([self.sheet], made_on=self.day), content_type=KINDS["xlsx"].media_type)
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
        response["Cache-Control"] = "private, no-store"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {
            "filter_form": self.form,
            "day": self.day,
            "total": self.total,
            "size": size_sentence(self.total),
            "table": drawn(self.sheet, self.address),
            "chart": bar_chart("各项人数", [(share.line.name, share.count) for share in self.shares], unit="人"),
            "chosen": self.chosen(),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def address(self, row: str, column: str) -> str:
        """Where the deputies behind a figure are listed."""
        query = self.request.GET.copy()
        query["line"] = row
        return f"{reverse('deputies:structure')}?{query.urlencode()}#behind"

    def chosen(self) -> Table | None:
        asked = self.request.GET.get("line", "")
        share = next((share for share in self.shares if str(share.line.pk) == asked), None)
        if share is None:
            return None
        rows = Mandate.objects.filter(pk__in=share.keys).select_related("deputy", "delegation")
        return Table(WHO, rows.order_by("deputy__pinyin_key", "pk"), share.line.name)


def size_sentence(total: int) -> str:
    """How the number in office stands to the legal size (选举法 12), where the population is entered."""
    home = Congress.objects.filter(is_home=True).first()
    if not home or not home.population or home.level not in SEATS:
        return ""
    size = legal_size(home.level, home.population)
    rest = f"，出缺{size - total}名" if total < size else f"，超出{total - size}名，请核对" if total > size else ""
    return f"按选举法第十二条，{home.name}代表名额依人口数核算为{size}名，现有在任代表{total}名{rest}。"
