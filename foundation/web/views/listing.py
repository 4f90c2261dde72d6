"""The page of many objects: a filter that keeps what was typed, pages cut by the database, the same rows exported."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.generic.base import TemplateResponseMixin, View

from foundation.accounts import limits
from foundation.web import export
from foundation.web.pagination import Way, page_number, paginate
from foundation.web.tables import Column, SortLink, Table
from foundation.web.views.page import PageMixin


class ListPage(TemplateResponseMixin, PageMixin, View):
    """GET lists `queryset()`, narrowed by `filter_form_class`, ordered by one of `orderings`, `per_page` at a time.

    `way` says how pages are cut; where it dresses rows, `queryset()` need only say which rows.
    `?format=csv` or `?format=xlsx` answers the same rows as a file when `export_name` is set.
    """

    request: HttpRequest
    template_name = "components/list_page.html"
    filter_form_class: type[forms.Form] | None = None
    columns: Sequence[Column] = ()
    orderings: Mapping[str, Sequence[str]] = {}
    way = Way()
    per_page = 20
    export_name = ""
    empty = "没有符合条件的记录。"

    def queryset(self) -> QuerySet:
        """Rows this viewer may see, usually `Model.objects.visible_to(self.request.user)`."""
        raise TypeError(f"{type(self).__name__} must say which rows its viewer may see")

    def filter(self, rows: QuerySet, wanted: dict[str, Any]) -> QuerySet:
        """Narrows `rows` by the cleaned filter; only filled fields are in `wanted`."""
        return rows

    def decorate(self, rows: Sequence[Any]) -> None:
        """Fetches in bulk what the rows of one page need besides (lights, counts)."""

    def get_columns(self) -> Sequence[Column]:
        """The columns for this viewer."""
        return self.columns

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        rows = self.wanted_rows()
        wanted = request.GET.get("format", "")
        if self.export_name and wanted in export.FORMATS:
            exported = export.decorated(self.way.dress(rows) if self.way.dress else rows, self.decorate)
            return export.export_rows(request, self.get_columns(), exported, self.export_name, wanted)
        return self._page(rows)

    def wanted_rows(self) -> QuerySet:
        """The rows the address asks for, in its order: what the page, a feed and a file of it have in common."""
        if self.is_costly():
            limits.count(self.request, "search", settings.SEARCHES_PER_MINUTE)
        self.form = self._bound_filter()
        return self._ordered(self._narrowed())

    def is_costly(self) -> bool:
        """Whether this request counts against the searches of a minute: words to find, or all rows as a file."""
        return bool(self.request.GET.get("q") or self.request.GET.get("format"))

    def _page(self, rows: QuerySet) -> HttpResponse:
        number = page_number(self.request.GET.get("page"), self.per_page)
        page = paginate(rows, number, self.per_page, self.way)
        self.decorate(page.rows)
        links = {column.sort: self._sort_link(column.sort) for column in self.get_columns() if column.sort}
        table = Table(self.get_columns(), page.rows, self.get_title(), self._nothing(), sort_links=links)
        return self.render_to_response(self.get_context_data(page=page, table=table, filter_form=self.form))

    def _nothing(self) -> str:
        """What an empty list says: nothing found is something else than nothing there."""
        return ListPage.empty if self.form and self.form.is_bound else self.empty

    def _sort_link(self, key: str) -> SortLink:
        asked, query = self.request.GET.get("sort", ""), self.request.GET.copy()
        query.pop("page", None)
        query["sort"] = f"-{key}" if asked == key and f"-{key}" in self.orderings else key
        now = {key: "ascending", f"-{key}": "descending"}.get(asked, "none")
        return SortLink(f"?{query.urlencode()}", now)

    def _bound_filter(self) -> forms.Form | None:
        if self.filter_form_class is None:
            return None
        return self.filter_form_class(self.request.GET or None, **self.filter_arguments())

    def filter_arguments(self) -> dict[str, Any]:
        """What the filter form wants to know besides, for example who is asking."""
        return {}

    def _narrowed(self) -> QuerySet:
        rows = self.queryset()
        if self.form is None or not self.form.is_bound:
            return rows
        if not self.form.is_valid():
            return rows.none()
        return self.filter(rows, {name: value for name, value in self.form.cleaned_data.items() if _is_filled(value)})

    def _ordered(self, rows: QuerySet) -> QuerySet:
        names = self.orderings.get(self.request.GET.get("sort", ""))
        return rows.order_by(*names, "pk") if names else rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        formats = export.FORMATS if self.export_name else {}
        return super().get_context_data(export_formats=formats, **kwargs)


def _is_filled(value: Any) -> bool:
    return value not in (None, "", [], ()) and not (isinstance(value, QuerySet) and not value)
