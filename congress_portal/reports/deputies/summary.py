"""The summaries of a year's deputies' reports: for the whole congress and for each delegation, from the same rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from congress_portal.reports.deputies.content import BLOCKS
from congress_portal.reports.deputies.job import scope
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.states import DeputyReportState
from deputies.models import Delegation
from deputies.scoring import cents
from deputies.states import DutyBlock, Level
from foundation.documents.figures import Cell, Column, Kind, Row, Sheet
from suggestions.statistics import percentage

OF = "deputy_report"
# A sheet about one delegation is named by its key.
DELEGATION = "delegation-"
NO_DELEGATION = "未编团"
S = DeputyReportState


@dataclass(frozen=True)
class Line:
    """One deputy's report as summaries read it."""

    pk: int
    name: str
    delegation: int | None
    level: str
    state: str
    has_words: bool
    figures: dict[str, Any]

    def number(self, key: str) -> float:
        return self.figures.get(key) or 0

    @property
    def points(self) -> Decimal | None:
        return None if self.figures.get("points") is None else Decimal(self.figures["points"])


def tables(report: AnnualReport) -> list[Sheet]:
    """Every table of the summary; the last ones are those of single delegations."""
    lines = _lines(report)
    names = {row.pk: str(row) for row in Delegation.objects.all()}
    built = [line for line in lines if line.figures]
    by_delegation = _grouped(built, lambda line: line.delegation, list(names))
    sheets = [
        _totals(lines, scope(report).count()),
        _blocks(built),
        _compared("delegations", "按代表团", "代表团", built, _named(by_delegation, names)),
        _compared("levels", "按层级", "层级", built, _levels(built)),
        _grades(built),
    ]  # fmt: skip
    return sheets + [_one_by_one(key, names.get(key, NO_DELEGATION), rows) for key, rows in by_delegation]


def _named(groups: Sequence[tuple[Any, list[Line]]], names: dict[int, str]) -> list[tuple[str, str, list[Line]]]:
    return [(names.get(key, NO_DELEGATION), str(key or 0), rows) for key, rows in groups]


def is_of_delegation(sheet: Sheet) -> bool:
    return sheet.key.startswith(DELEGATION)


def _lines(report: AnnualReport) -> list[Line]:
    rows = report.own_reports().order_by("deputy__pinyin_key", "deputy", "pk")
    columns = ("pk", "deputy__name", "delegation", "level", "state", "written_at", "figures")
    found = rows.values_list(*columns).iterator(chunk_size=200)
    return [
        Line(pk, name, delegation, level, state, written is not None, figures)
        for pk, name, delegation, level, state, written, figures in found
    ]


def _count(lines: Iterable[Line]) -> Cell:
    keys = tuple(sorted(line.pk for line in lines))
    return Cell(len(keys), OF, keys)


def _totals(lines: Sequence[Line], people: int) -> Sheet:
    def row(key: str, label: str, wanted: Callable[[Line], object]) -> Row:
        return Row(key, label, [_count(line for line in lines if wanted(line))])

    rows = [
        Row("people", "任职代表", [Cell(people)]),
        row("reports", "已生成报告", lambda line: line.figures),
        row("words", "本人已补充", lambda line: line.has_words),
        row("checked", "已核对", lambda line: line.state in (S.CHECKED, S.CONFIRMED)),
        row("confirmed", "已审定", lambda line: line.state == S.CONFIRMED),
        row("failed", "生成失败", lambda line: line.state == S.FAILED),
    ]
    note = "任职代表为统计期内任职一天以上的各级代表，一人担任几级代表的计一人。"
    return Sheet("totals", "总体情况", "项目", [Column("count", "人数")], rows, note=note)


def _blocks(lines: Sequence[Line]) -> Sheet:
    rows = []
    for block in BLOCKS:
        mine = [line for line in lines if line.number(block)]
        total = sum(int(line.number(block)) for line in lines)
        rows.append(Row(str(block), DutyBlock(block).label, [Cell(total), _count(mine), _rate(len(mine), len(lines))]))
    columns = [Column("lines", "记录条数"), Column("people", "有记录人数"), Column("share", "覆盖面（%）", Kind.RATE)]
    return Sheet("blocks", "各栏目履职覆盖面", "栏目", columns, rows, chart="share")


COMPARED = (
    Column("people", "代表人数"),
    Column("session", "大会出席率（%）", Kind.RATE),
    Column("recess", "活动出席率（%）", Kind.RATE),
    Column("lines", "履职记录"),
    Column("mean", "人均记录", Kind.RATE),
    Column("papers", "领衔建议"),
    Column("points", "平均积分", Kind.RATE),
)


def _compared(
    key: str, title: str, head: str, all_lines: Sequence[Line], groups: Sequence[tuple[str, str, list[Line]]]
) -> Sheet:
    rows = [Row(name, label, _side_by_side(mine)) for label, name, mine in groups]
    rows.append(Row("all", "合计", _side_by_side(all_lines), is_total=True))
    note = "大会出席率按半天计算，活动出席率按次计算，均以应到为基数；平均积分只计算有积分的代表。"
    return Sheet(key, title, head, COMPARED, rows, note=note, chart="session")


def _side_by_side(lines: Sequence[Line]) -> list[Cell]:
    records = sum(int(line.number(block)) for line in lines for block in BLOCKS)
    return [
        _count(lines),
        _rate(_sum(lines, "session_came"), _sum(lines, "session_asked")),
        _rate(_sum(lines, "came"), _sum(lines, "asked")),
        Cell(records),
        _mean([Decimal(records)], len(lines)),
        Cell(int(_sum(lines, "papers"))),
        _mean([line.points for line in lines if line.points is not None]),
    ]


def _sum(lines: Iterable[Line], key: str) -> float:
    return sum(line.number(key) for line in lines)


def _rate(part: float, whole: float) -> Cell:
    """Half days are halves at the finest, so doubled they are whole numbers."""
    found = percentage(round(part * 2), round(whole * 2))
    return Cell(None if found is None else str(found))


def _mean(values: Sequence[Decimal], number: int | None = None) -> Cell:
    of = len(values) if number is None else number
    return Cell(str(cents(sum(values, Decimal(0)) / of)), base=of if number is None else None) if of else Cell(None)


def _levels(lines: Sequence[Line]) -> list[tuple[str, str, list[Line]]]:
    return [(Level(key).label, str(key), rows) for key, rows in _grouped(lines, lambda one: one.level, Level.values)]


def _grouped(lines: Iterable[Line], key: Callable[[Line], Any], order: Sequence[Any]) -> list[tuple[Any, list[Line]]]:
    found: dict[Any, list[Line]] = defaultdict(list)
    for line in lines:
        found[key(line)].append(line)
    places = {known: place for place, known in enumerate(order)}
    return sorted(found.items(), key=lambda one: places.get(one[0], len(places)))


def _grades(lines: Sequence[Line]) -> Sheet:
    """How many reached which grade, scheme by scheme, the highest points first."""
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.figures["grade"]:
            found[line.figures["scheme"], line.figures["grade"]].append(line)
    best = {key: max(line.points or Decimal(0) for line in rows) for key, rows in found.items()}
    rows = [
        Row(f"grade-{place}", f"{scheme}·{grade}", [_count(found[scheme, grade])])
        for place, (scheme, grade) in enumerate(sorted(found, key=lambda key: (key[0], -best[key])), 1)
    ]
    note = "按积分办法计算的对应等次，供评议参考，不是评议结果。"
    return Sheet("grades", "积分对应等次", "等次", [Column("count", "人数")], rows, note=note)


SHORT = {
    DutyBlock.MEETINGS: "会议",
    DutyBlock.INSPECTION: "视察调研",
    DutyBlock.TRAINING: "培训",
    DutyBlock.GROUP: "小组活动",
    DutyBlock.SUGGESTIONS: "议案建议",
    DutyBlock.VOTERS: "联系选民",
    DutyBlock.HONOURS: "奖惩",
}
LISTED = (
    Column("session", "大会出席", Kind.TEXT),
    Column("recess", "活动出席", Kind.TEXT),
    *(Column(str(block), SHORT[block]) for block in BLOCKS),
    Column("points", "积分", Kind.TEXT),
    Column("grade", "等次", Kind.TEXT),
    Column("state", "报告状态", Kind.TEXT),
)


def _one_by_one(key: int | None, name: str, lines: Sequence[Line]) -> Sheet:
    rows = [Row(str(line.pk), line.name, _listed(line)) for line in lines]
    note = "出席栏为实到/应到，大会按半天计、活动按次计；其余各栏为记录条数。"
    return Sheet(f"{DELEGATION}{key or 0}", f"{name}代表履职情况", "代表", LISTED, rows, note=note)


def _listed(line: Line) -> list[Cell]:
    return [
        Cell(_of(line, "session_came", "session_asked"), OF, (line.pk,)),
        Cell(_of(line, "came", "asked")),
        *(Cell(int(line.number(block))) for block in BLOCKS),
        Cell(line.figures["points"] or "—"),
        Cell(line.figures["grade"] or "—"),
        Cell(S(line.state).label),
    ]


def _of(line: Line, part: str, whole: str) -> str:
    return f"{line.number(part):g}/{line.number(whole):g}" if line.number(whole) else "—"
