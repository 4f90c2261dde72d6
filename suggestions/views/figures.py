"""The rows behind one figure of a table: exactly those it counted, as far as the viewer may open them."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from foundation.accounts.models import Organisation
from foundation.documents.figures import Cell, Sheet
from foundation.documents.figures.drawing import text_of
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import ListPage
from suggestions.cards.lines import decorate
from suggestions.models import Assignment, Commitment, Suggestion, SuggestionMark
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


def _marks(user: Any) -> QuerySet:
    return SuggestionMark.objects.visible_to(user).select_related("suggestion", "given_by").order_by("pk")


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
MARKS = (
    Column("编号", "suggestion.number_text"),
    Column("标题", "suggestion.title", link=lambda row: row.suggestion.get_absolute_url(), primary=True),
    Column("方面", "get_dimension_display"),
    Column("评分", "score", kind="number"),
    Column("依据", "basis"),
    Column("评分人", "given_by.name"),
)
# kind of rows → (rows this person may open, columns)
SOURCES: dict[str, tuple[Callable[[Any], QuerySet], Sequence[Column]]] = {
    "suggestion": (_suggestions, CASES),
    "assignment": (_parts, PARTS),
    "commitment": (_promises, PROMISES),
    "unit": (_units, UNITS),
    "mark": (_marks, MARKS),
}


class FigureRows(ListPage):
    """One cell of one table, opened up. A subclass says in `find` of which table."""

    template_name = "documents/figure_rows.html"
    export_name = "统计明细"
    sources = SOURCES

    def find(self) -> Sheet | None:
        """The table named in the address, as far as this person may read it; Http404 or None when there is none."""
        raise TypeError(f"{type(self).__name__} must say which table it opens")

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.cell: Cell | None = None

    def open_cell(self) -> None:
        """Reads the cell; called before anything is shown."""
        self.sheet = self.find()
        row, column = self.kwargs["row"], self.kwargs["column"]
        try:
            self.cell = self.sheet.cell(row, column) if self.sheet else None
        except KeyError:
            self.cell = None
        if self.sheet is None or self.cell is None or self.cell.of not in self.sources:
            raise Http404
        self.column = self.sheet.column(column)
        self.line = next(known for known in self.sheet.rows if known.key == row)

    def get(self, request: Any, **kwargs: Any) -> Any:
        self.open_cell()
        return super().get(request, **kwargs)

    def get_title(self) -> str:
        return f"{self.line.label} · {self.column.label}"

    def queryset(self) -> QuerySet:
        return self.sources[self.cell.of][0](self.request.user).filter(pk__in=list(self.cell.keys))

    def get_columns(self) -> Sequence[Column]:
        return self.sources[self.cell.of][1]

    def decorate(self, rows: Sequence[Any]) -> None:
        if self.cell.of == "suggestion":
            decorate(rows, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page, facts = kwargs["page"], {"cell": self.cell, "sheet": self.sheet}
        facts["figure"] = text_of(self.column, self.cell)
        facts["hidden"] = 0 if page.capped else len(self.cell.keys) - page.total
        return super().get_context_data(**facts, **kwargs)
