"""What the tables on supervision share: which rows belong to a year, lines of groups, an empty section."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import Q

from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from suggestions.yearbook import Period, amount, counted, word
from supervision.querysets.undertakings import not_hidden

Wanted = Callable[[Any], bool]
Figures = Sequence[tuple[str, str, Wanted]]
Groups = Sequence[tuple[str, str, Sequence[Any]]]


def within(rows: Any, field: str, period: Period) -> Any:
    """Whose time lies in the period, by local days."""
    return rows.filter(**{f"{field}__date__range": (period.first, period.last)})


def on_days(rows: Any, field: str, period: Period) -> Any:
    """Whose day lies in the period."""
    return rows.filter(**{f"{field}__range": (period.first, period.last)})


def told_on(rows: Any, on: Any) -> Any:
    """Without what came of supervision the bodies must not know of on the day `on`."""
    open_ones = rows.model._meta.get_field("undertaking").related_model.objects.filter(not_hidden(on)).order_by()
    return rows.filter(Q(undertaking__isnull=True) | Q(undertaking__in=open_ones.values("pk")))


def grouped(
    key: str,
    title: str,
    head: str,
    figures: Figures,
    groups: Groups,
    everything: Sequence[Any],
    of: str,
    note: str = "",
) -> Sheet:
    """One line for each group, and the sum."""
    lines = [(name, label, rows, False) for name, label, rows in groups] + [("total", "合计", everything, True)]
    rows = [
        Row(
            name, label, [counted([row for row in mine if wanted(row)], of) for _, _, wanted in figures], is_total=total
        )
        for name, label, mine, total in lines
    ]
    return Sheet(key, title, head, [Column(name, label) for name, label, _ in figures], rows, note=note)


def with_amounts(sheet: Sheet, key: str, label: str, numbers: Sequence[int]) -> Sheet:
    """The sheet with one more column of plain numbers, one for each line."""
    rows = [
        Row(row.key, row.label, [*row.cells, amount(number)], is_total=row.is_total)
        for row, number in zip(sheet.rows, numbers, strict=True)
    ]
    return Sheet(sheet.key, sheet.title, sheet.head, [*sheet.columns, Column(key, label)], rows, note=sheet.note)


def by_organ(rows: Sequence[Any], field: str, nobody: str = "") -> Groups:
    """The rows of each organisation `field` names, in the order they were entered."""
    organs = {getattr(row, f"{field}_id"): getattr(row, field) for row in rows}
    names = sorted((str(key or 0), organ.label if organ else nobody) for key, organ in organs.items())
    return [(key, name, [row for row in rows if str(getattr(row, f"{field}_id") or 0) == key]) for key, name in names]


def by_choice(rows: Sequence[Any], field: str, choices: Iterable[tuple[Any, Any]]) -> Groups:
    """The rows of each choice; choices nobody took have no line."""
    groups = [(str(key), str(label), [row for row in rows if getattr(row, field) == key]) for key, label in choices]
    return [group for group in groups if group[2]]


def ledger(
    key: str, title: str, labels: Sequence[str], rows: Iterable[tuple[int, Sequence[Cell]]], note: str = ""
) -> Sheet:
    """One numbered line of words for each row."""
    columns = [Column(f"c{place}", label, Kind.TEXT) for place, label in enumerate(labels)]
    lines = [Row(str(pk), str(place), cells) for place, (pk, cells) in enumerate(rows, 1)]
    return Sheet(key, title, "序号", columns, lines, note=note)


def nothing(key: str, title: str, sentence: str) -> Sheet:
    """An empty section: the same sentence on the page and in every file."""
    return Sheet(key, title, "项目", [Column("said", "情况", Kind.TEXT)], [Row("none", "本年度", [word(sentence)])])
