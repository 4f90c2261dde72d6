"""The ranking as it is today, by scheme, period, delegation and group."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.generic.base import TemplateResponseMixin, View

from deputies import rules
from deputies.forms.points import PointsFilter
from deputies.models import Mandate, PointScheme, Term
from deputies.models.point_scheme import share_words
from deputies.querysets.duty import seats_near
from deputies.rules.register import WHOLE_REGISTER
from deputies.states import PeriodKind
from deputies.yearbook.points import Span, span_of
from deputies.yearbook.ranking import Standing, dress, ranking
from foundation.web import export
from foundation.web.pagination import page_number, paginate
from foundation.web.tables import Column, Table
from foundation.web.views.page import PageMixin

PER_PAGE = 50


class Ranking(TemplateResponseMixin, PageMixin, View):
    """Everybody whose file the reader may open, with his place among all; the same rows as a file."""

    request: HttpRequest
    title = "积分排名"
    template_name = "deputies/ranking.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        verdict = rules.may_open_ranking(request.user)
        if not verdict:
            raise PermissionDenied(verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        form = PointsFilter(request.GET or {}, on=self.on, term=Term.objects.current())
        wanted = form.cleaned_data if form.is_valid() else {}
        scheme = self.scheme(wanted)
        if scheme is None:
            return self.page(form, None, None, [])
        span = self.span(scheme, wanted)
        rows = self.rows(scheme, span, wanted) if form.is_valid() else []
        if request.GET.get("format", "") in export.FORMATS:
            dress(rows)
            name = f"{scheme}{span.name}积分排名"
            return export.export_rows(request, columns(scheme, span), rows, name, request.GET["format"])
        return self.page(form, scheme, span, rows)

    def scheme(self, wanted: dict[str, Any]) -> PointScheme | None:
        """The one asked for, else the first in force."""
        rows = PointScheme.objects.with_rows()
        if wanted.get("scheme"):
            return rows.get(pk=wanted["scheme"].pk)
        return rows.on(self.on).order_by("level", "valid_from", "pk").first()

    def span(self, scheme: PointScheme, wanted: dict[str, Any]) -> Span:
        year, kind, number = wanted.get("span") or (scheme.year_of(self.on), PeriodKind.YEAR, 1)
        return span_of(scheme, kind, year, number)

    def rows(self, scheme: PointScheme, span: Span, wanted: dict[str, Any]) -> list[Standing]:
        """Places are those among everybody, whatever is shown of them."""
        found, user = ranking(scheme, span, on=self.on), self.request.user
        if not user.has_role(*WHOLE_REGISTER):
            seats = Mandate.objects.filter(seats_near(user) | Q(deputy__user=user)).order_by()
            near = set(seats.values_list("deputy", flat=True))
            found = [row for row in found if row.deputy_id in near]
        for name in ("delegation", "group"):
            if wanted.get(name):
                found = [row for row in found if getattr(row, f"{name}_id") == wanted[name].pk]
        return found

    def page(self, form: Any, scheme: PointScheme | None, span: Span | None, rows: list[Standing]) -> HttpResponse:
        page = paginate(rows, page_number(self.request.GET.get("page"), PER_PAGE), PER_PAGE)
        dress(page.rows)
        table = Table(columns(scheme, span), page.rows, self.title, "这一期没有在任代表。") if scheme and span else None
        facts = {"filter_form": form, "scheme": scheme, "span": span, "table": table, "page": page, "number": len(rows)}
        facts["share"] = share_words(scheme.share_of(span.kind)) if scheme and span else ""
        may_ask = rules.may_ask_snapshot(self.request.user, on=self.on)
        return self.render_to_response(
            self.get_context_data(**facts, may_ask=bool(may_ask), export_formats=export.FORMATS)
        )


def columns(scheme: PointScheme | None, span: Span | None) -> Sequence[Column]:
    """Places, who, and what it is made of; the name leads to the file of that year."""

    def file_of(row: Standing) -> str:
        year = span.year if span else ""
        return f"{reverse('deputies:file', args=[row.deputy_id])}?year={year}&scheme={scheme.pk if scheme else ''}"

    return (
        Column("名次", "place", kind="number"),
        Column("代表", "seat.deputy.name", link=file_of, primary=True),
        Column("代表团", lambda row: str(row.seat.delegation or "")),
        Column("团内名次", "place_in_delegation", kind="number"),
        Column("代表小组", lambda row: str(row.seat.group or "")),
        Column("组内名次", "place_in_group", kind="number"),
        Column("得分", "score.earned", kind="number"),
        Column("扣分", "score.penalties", kind="number"),
        Column("总分", "score.total", kind="number"),
        Column("等次", "score.grade"),
    )
