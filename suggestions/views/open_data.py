"""The public list for programs: an Atom feed, files by year, and the page that describes them.

All of them answer the rows of the public list under the same conditions (`?q=`, `?year=`, …).
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.http import content_disposition_header
from django.views.generic import TemplateView

from foundation.web import export
from foundation.web.views.page import PageMixin
from suggestions.cards.open_rows import FIELDS, SCHEMA_VERSION, show_copies, with_story
from suggestions.forms.filters import dictionaries
from suggestions.models import ResultClass, Suggestion
from suggestions.views.public import PublicList

ENTRIES = 30
# What XML cannot hold.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
COLUMNS = tuple(field.column for field in FIELDS)


@method_decorator(login_not_required, name="dispatch")
class PublicFeed(PublicList):
    """GET: the newest rows of the public list under its conditions, as an Atom feed (RFC 4287)."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        rows = list(self.wanted_rows()[:ENTRIES])
        self.decorate(rows)
        page = request.build_absolute_uri(f"{reverse('suggestions:public')}{self._same_rows()}")
        feed = Atom1Feed(
            self.title,
            page,
            "",
            language="zh-CN",
            feed_url=request.build_absolute_uri(f"{request.path}{self._same_rows()}"),
        )
        for row in rows:
            feed.add_item(**self._entry(row))
        return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)

    def _entry(self, row: Suggestion) -> dict[str, Any]:
        address = self.request.build_absolute_uri(reverse("suggestions:public-page", args=[row.pk]))
        about = (
            f"领衔代表：{row.lead.deputy.name}。承办单位：{row.units_text or '尚未交办'}。{row.get_state_display()}。"
        )
        # Readers take the summary for HTML.
        entry: dict[str, Any] = {"title": CONTROL.sub("", str(row)), "link": address, "description": escape(about)}
        entry |= {"unique_id": address, "pubdate": row.published_at, "updateddate": row.published_at}
        return entry | {"categories": [str(row.category)] if row.category else []}


@method_decorator(login_not_required, name="dispatch")
class OpenFile(PublicList):
    """GET: all rows of the public list under its conditions, with their texts, as `.csv` or `.json`, streamed.

    404 for another ending and for conditions the list does not know, because an empty file would look like an answer.
    """

    def queryset(self) -> QuerySet:
        return with_story(Suggestion.objects.published()).order_by("-published_at", "-pk")

    def is_costly(self) -> bool:
        return True

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        rows = self.wanted_rows()
        if kwargs["ending"] not in WRITERS or (self.form.is_bound and not self.form.is_valid()):
            raise Http404
        year = self.form.cleaned_data.get("year") if self.form.is_bound else None
        name = f"{self.title}（{year}年）" if year else self.title
        return WRITERS[kwargs["ending"]](request, export.decorated(rows, show_copies), name)


def _csv(request: HttpRequest, rows: Iterable[Suggestion], name: str) -> HttpResponseBase:
    return export.export_rows(request, COLUMNS, rows, name, "csv")


def _json(request: HttpRequest, rows: Iterable[Suggestion], name: str) -> HttpResponseBase:
    about = {"name": name, "schema_version": SCHEMA_VERSION}
    about["schema"] = request.build_absolute_uri(reverse("suggestions:open-data"))
    headers = {
        "Content-Disposition": content_disposition_header(True, f"{name}.json") or "",
        "Cache-Control": "no-store",
    }
    return StreamingHttpResponse(_json_lines(about, rows), content_type="application/json", headers=headers)


def _json_lines(about: dict[str, str], rows: Iterable[Suggestion]) -> Iterator[str]:
    yield f'{{"about": {json.dumps(about, ensure_ascii=False)}, "rows": ['
    for number, row in enumerate(rows):
        # Texts stand here as they were published: no office program takes a JSON string for a formula.
        values = {field.name: field.column.read(row) for field in FIELDS}
        yield ("," if number else "") + "\n" + json.dumps(values, ensure_ascii=False, cls=DjangoJSONEncoder)
    yield "\n]}\n"


WRITERS = {"csv": _csv, "json": _json}


@method_decorator(login_not_required, name="dispatch")
class DataPage(PageMixin, TemplateView):
    """数据说明: the files by year, under which terms they may be used, and what stands in each column."""

    template_name = "suggestions/open_data.html"
    title = "开放数据"
    crumbs = (("代表建议公开", "/suggestions/public/"),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.copy()
        asked.pop("page", None)
        kwargs["chosen"] = f"?{asked.urlencode()}" if asked else ""
        kwargs["years"] = [year for year, _ in dictionaries()["year"]]
        kwargs["classes"] = ResultClass.objects.select_related("term").order_by("term", "order", "code")
        return super().get_context_data(fields=FIELDS, version=SCHEMA_VERSION, endings=WRITERS, **kwargs)
