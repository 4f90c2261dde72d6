"""The tables of a report for one reader: of the lists of single suggestions only the lines he may open."""

from functools import partial
from typing import Any

from django.urls import reverse

from congress_portal.reports.deputies.summary import is_of_delegation
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import sees_all
from foundation.documents.figures import Kind, Row, Sheet
from foundation.documents.figures.drawing import Drawn, drawn
from suggestions.models import Suggestion


def tables_for(report: AnnualReport, user: Any) -> list[Drawn]:
    """Every table of a report; those of single delegations are files, and a list of their own."""
    sheets = [sheet for sheet in report.sheets if not is_of_delegation(sheet)]
    closed = _closed(sheets, user)
    return [drawn(sheet, partial(_address, report, sheet), _open_rows(sheet, closed)) for sheet in sheets]


def _address(report: AnnualReport, sheet: Sheet, row: str, column: str) -> str:
    return reverse("reports:rows", args=[report.pk, sheet.key, row, column])


def _open_rows(sheet: Sheet, closed: set[int]) -> list[Row]:
    if not _lists_cases(sheet):
        return list(sheet.rows)
    return [row for row in sheet.rows if not closed.intersection(row.cells[0].keys)]


def _closed(sheets: list[Sheet], user: Any) -> set[int]:
    """The suggestions named in lists that are not open to this person; one query, none for who sees all."""
    named = {key for sheet in sheets if _lists_cases(sheet) for row in sheet.rows for key in row.cells[0].keys}
    if not named or sees_all(user):
        return set()
    return named - set(Suggestion.objects.visible_to(user).filter(pk__in=named).order_by().values_list("pk", flat=True))


def _lists_cases(sheet: Sheet) -> bool:
    """Whether each line is one suggestion, by its title."""
    return sheet.columns[0].kind == Kind.TEXT and any(row.cells[0].of == "suggestion" for row in sheet.rows)
