"""The rows behind one figure: exactly those it counted, as far as the viewer may open them."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from congress_portal.reports.drawing import text_of
from congress_portal.reports.models import AnnualReport
from foundation.accounts.models import Organisation
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import ListPage
from suggestions.cards.lines import decorate
from suggestions.models import Assignment, Commitment, Suggestion
from suggestions.states import AssignmentState, CommitmentState, UnitRole


def _suggestions(user: Any) -> QuerySet:
    return Suggestion.objects.visible_to(user).with_names()


def _parts(user: Any) -> QuerySet:
    rows = Assignment.objects.visible_to(user).select_related("unit", "suggestion__lead__deputy")
    return rows.order_by("suggestion__number", "pk")


def _promises(user: Any) -> QuerySet:
    rows = Commitment.objects.visible_to(user).select_related("assignment__unit", "suggestion")
    return rows.order_by("due_on", "pk")


def _units(user: Any) -> QuerySet:
    return Organisation.objects.all()


CASES = (
    Column("编号", "number_text"),
    Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("领衔代表", "lead.deputy.name"),
    Column("类别", lambda row: str(row.category or "")),
    Column("承办单位", "units_text"),
    Column(
        "状态",
        "get_state_display",
        kind="badge",
        tone=lambda row: tone_of("suggestions.suggestion.state", row.state),
    ),
)
PARTS = (
    Column("编号", "suggestion.number_text"),
    Column("标题", "suggestion.title", link=lambda row: row.get_absolute_url(), primary=True),
    Column("承办单位", "unit.name"),
    Column("承办方式", lambda row: UnitRole(row.role).label),
    Column("状态", lambda row: AssignmentState(row.state).label),
)
PROMISES = (
    Column("编号", "suggestion.number_text"),
    Column("承诺事项", "text", link=lambda row: row.suggestion.get_absolute_url(), primary=True),
    Column("承办单位", "assignment.unit.name"),
    Column("承诺完成日期", "due_on", kind="date"),
    Column("状态", lambda row: CommitmentState(row.state).label),
)
UNITS = (Column("单位", "name", primary=True), Column("类型", "get_kind_display"))
# kind of rows → (rows this person may open, columns)
SOURCES: dict[str, tuple[Callable[[Any], QuerySet], Sequence[Column]]] = {
    "suggestion": (_suggestions, CASES),
    "assignment": (_parts, PARTS),
    "commitment": (_promises, PROMISES),
    "unit": (_units, UNITS),
}


class Rows(ListPage):
    """One cell of one edition, opened up."""

    template_name = "reports/rows.html"
    export_name = "统计明细"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.report = get_object_or_404(AnnualReport.objects.visible_to(request.user), pk=kwargs["pk"])
        self.cell = self._cell(kwargs["sheet"], kwargs["row"], kwargs["column"])
        return super().dispatch(request, *args, **kwargs)

    def _cell(self, sheet: str, row: str, column: str) -> Any:
        self.sheet = next((known for known in self.report.sheets if known.key == sheet), None)
        try:
            cell = self.sheet.cell(row, column) if self.sheet else None
        except KeyError:
            cell = None
        if cell is None or cell.of not in SOURCES:
            raise Http404
        self.column = self.sheet.column(column)
        self.line = next(known for known in self.sheet.rows if known.key == row)
        return cell

    def get_title(self) -> str:
        return f"{self.line.label} · {self.column.label}"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [("年度报告", "/reports/"), (str(self.report), f"{self.report.get_absolute_url()}#{self.sheet.key}")]

    def queryset(self) -> QuerySet:
        return SOURCES[self.cell.of][0](self.request.user).filter(pk__in=list(self.cell.keys))

    def get_columns(self) -> Sequence[Column]:
        return SOURCES[self.cell.of][1]

    def decorate(self, rows: Sequence[Any]) -> None:
        if self.cell.of == "suggestion":
            decorate(rows, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown, facts = kwargs["page"].total, {"report": self.report, "cell": self.cell, "sheet": self.sheet}
        facts["figure"] = text_of(self.column, self.cell)
        facts["hidden"] = len(self.cell.keys) - shown if isinstance(shown, int) else 0
        return super().get_context_data(**facts, **kwargs)
