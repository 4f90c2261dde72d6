"""Results everybody may read and count again: the list, one result, its file."""

import csv
import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from foundation.web.export import guarded
from foundation.web.views import DetailPage, ListPage
from supervision.forms.ballots import ResultFilter
from supervision.models import Ballot
from supervision.views.ballots import basics, checked_receipt, record_file, result_of

CRUMB = ("测评结果", "/supervision/results/")


@method_decorator(login_not_required, name="dispatch")
class Results(ListPage):
    """The latest first."""

    template_name = "supervision/results.html"
    title = "测评和表决结果"
    filter_form_class = ResultFilter
    empty = "人大常委会、代表大会的满意度测评和表决结果公布后在这里公开。"

    def queryset(self) -> QuerySet[Ballot]:
        rows = Ballot.objects.public().select_related("meeting").prefetch_related("lines")
        return rows.order_by("-held_on", "-pk")

    def filter(self, rows: QuerySet[Ballot], wanted: dict[str, Any]) -> QuerySet[Ballot]:
        return rows.filter(topic__contains=wanted["q"]) if "q" in wanted else rows


@method_decorator(login_not_required, name="dispatch")
class Result(DetailPage):
    """One result with its formula, receipts and file."""

    template_name = "supervision/result.html"
    context_name = "ballot"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Ballot]:
        return Ballot.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        result = result_of(self.object)
        facts = {**result, **checked_receipt(self.request, result["receipts"]), "basics": basics(self.object)}
        return super().get_context_data(**{**facts, **kwargs})


@login_not_required
@require_safe
def result_record(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole file, or with `?format=csv` its slips alone, one in a row."""
    ballot = get_object_or_404(Ballot.objects.public(), pk=pk)
    return slips_file(ballot) if request.GET.get("format") == "csv" else record_file(ballot)


def slips_file(ballot: Ballot) -> HttpResponse:
    """表决项, 选择 for office programs, which read the mark in front as UTF-8."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="ballot-{ballot.pk}.csv"'
    record, sheet = json.loads(ballot.record), csv.writer(answer)
    bodies = record.get("bodies")
    sheet.writerow([*(["测评主体"] if bodies else []), "表决项", "选择"])
    for part in bodies or [record]:
        slips = part["electronic"]["slips"] if part["electronic"] else []
        before = [guarded(part["name"])] if bodies else []
        for line, choices in zip(record["lines"], slips, strict=False):
            sheet.writerows([*before, guarded(line), choice or "未选"] for choice in choices)
    return answer
