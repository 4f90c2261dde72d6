"""One deputy's report as an official document (GB/T 9704-2012): the eight blocks, points with rules, chart, words."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from congress_portal.reports.models import DeputyReport
from foundation.documents.writing import (
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Picture,
    Signature,
    Table,
    TableColumn,
    numbered,
)
from foundation.documents.writing.pictures import bar_picture
from foundation.documents.writing.tree import Align
from foundation.web.chinese import date_text

PAIR = 2
# Heading, share of the width, where it stands
Columns = tuple[tuple[str, float, Align], ...]
LINES: Columns = (
    ("日期", 1.5, "center"), ("履职内容", 3.6, "left"), ("数量", 0.9, "center"), ("积分", 0.8, "center"),
    ("来源", 1.6, "left"),
)  # fmt: skip
ATTENDANCE: Columns = (
    ("活动类别", 2.4, "left"), ("应到", 1, "center"), ("出席", 1, "center"), ("迟到", 1, "center"),
    ("早退", 1, "center"), ("请假", 1, "center"), ("缺席", 1, "center"),
)  # fmt: skip
PAPERS: Columns = (
    ("编号", 1.2, "center"), ("标题", 3.2, "left"), ("方式", 0.8, "center"), ("状态", 1.1, "center"),
    ("答复", 0.8, "center"), ("评价", 1, "center"),
)  # fmt: skip
RULES: Columns = (("履职事项", 2.2, "left"), ("数量", 1, "center"), ("计分规则", 3, "left"), ("得分", 0.9, "center"))
SUMS: Columns = (("栏目", 3, "left"), ("记录（条）", 1, "center"), ("积分", 1, "center"))
TARGETS: Columns = (("要求", 2, "left"), ("标准", 2, "left"), ("完成", 1, "center"), ("情况", 1, "center"))
NOTHING = "本年度没有这类记录。"


def paper_of(report: DeputyReport) -> Document:
    """The whole document; equal content and words make an equal document."""
    content = report.content
    blocks: list[Block] = [Heading("基本情况"), *_basics(content["basics"])]
    for block in content["blocks"]:
        blocks += [Heading(block["name"]), *_lines(block), *_beside(block["key"], content)]
    blocks += [Heading("履职积分"), *_points(content)]
    blocks += [Heading("履职情况统计"), *_sums(content, report.year)]
    blocks += [Heading("本人补充"), *_words(report)]
    edition = f"（第{report.edition}版）" if report.edition > 1 else ""
    return Document(
        title=f"{content['name']}代表{report.year}年度履职报告",
        subtitle=f"（数据截至{date_text(report.counted_on)}）{edition}",
        blocks=numbered(blocks),
        signature=Signature(report.issuer, report.counted_on, seal=True) if report.issuer else None,
        note=f"更正说明：{report.reason}" if report.reason else "",
        made_on=report.counted_on,
        author=report.issuer,
    )


def _table(columns: Columns, rows: list[list[Any]], caption: str = "") -> Table:
    return Table([TableColumn(*column) for column in columns], rows, caption=caption)


def _basics(rows: list[list[str]]) -> Iterator[Table]:
    """Two facts to a line, the long ones on lines of their own."""
    short, long = rows[:-5], rows[-5:]
    columns = [TableColumn("", 1.5), TableColumn("", 1.8, "left"), TableColumn("", 1.2), TableColumn("", 1.8, "left")]
    pairs = [short[place : place + PAIR] for place in range(0, len(short), PAIR)]
    lines = [[cell for label, value in pair for cell in (Cell(label, strong=True), value)] for pair in pairs]
    wide = [[Cell(label, strong=True), Cell(value, span=3, align="left")] for label, value in long]
    yield Table(columns, [*lines, *wide])


def _lines(block: dict[str, Any]) -> Iterator[Block]:
    if not block["lines"]:
        yield Paragraph(NOTHING)
        return
    yield Paragraph(f"共{len(block['lines'])}条记录{_worth(block)}。")
    rows = [
        [_day(line["on"]), f"{line['kind']}：{line['title']}" if line["kind"] not in line["title"] else line["title"],
         line["amount"], line["points"], line["source"]]
        for line in block["lines"]
    ]  # fmt: skip
    yield _table(LINES, rows)


def _worth(block: dict[str, Any]) -> str:
    return f"，积{block['points']}分" if block["points"] != "—" else ""


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day.month}月{day.day}日"


def _beside(key: str, content: dict[str, Any]) -> Iterator[Block]:
    """What stands in a block besides its lines: attendance with the meetings, results with the suggestions."""
    if key == "meetings" and content["attendance"]:
        columns = ("kind", "asked", "came", "late", "early", "leave", "absent")
        yield _table(ATTENDANCE, [[str(row[name]) for name in columns] for row in content["attendance"]], "出席情况")
        yield Paragraph("注：代表大会会议按半天计，其他活动按次计；出席含迟到、早退。")
    if key == "suggestions" and content["suggestions"]:
        yield _table(PAPERS, content["suggestions"], "提出建议及办理结果")


def _points(content: dict[str, Any]) -> Iterator[Block]:
    if not content["schemes"]:
        yield Paragraph("本级没有实行积分办法。")
    for scheme in content["schemes"]:
        yield Paragraph(_verdict(scheme))
        if scheme["rules"]:
            yield _table(RULES, scheme["rules"], f"{scheme['name']}得分明细")
    if content["targets"]:
        yield _table(TARGETS, content["targets"], "履职要求完成情况")


def _verdict(scheme: dict[str, Any]) -> str:
    days = f"{date_text(date.fromisoformat(scheme['first']))}至{date_text(date.fromisoformat(scheme['last']))}"
    grade = f"，对应等次为{scheme['grade']}" if scheme["grade"] else ""
    state = "" if scheme["final"] else "；计分周期尚未结束，为截至统计日的得分"
    veto = f"；因{'、'.join(scheme['vetoes'])}按一票否决定等次" if scheme["vetoes"] else ""
    return f"按《{scheme['name']}》（{days}），基础分{scheme['base']}分，总分{scheme['total']}分{grade}{veto}{state}。"


def _sums(content: dict[str, Any], year: int) -> Iterator[Block]:
    """The chart and, before it, its table."""
    counted = [(block["name"], len(block["lines"])) for block in content["blocks"]]
    rows = [[block["name"], str(len(block["lines"])), block["points"]] for block in content["blocks"]]
    total = [Cell("合计", strong=True), Cell(str(sum(number for _, number in counted)), strong=True), ""]
    yield _table(SUMS, [*rows, total], "各栏目履职记录")
    if any(number for _, number in counted):
        yield _chart(year, counted)


def _chart(year: int, counted: list[tuple[str, int]]) -> Picture:
    return bar_picture(f"{year}年各栏目履职记录（条）", counted, unit="条")


def _words(report: DeputyReport) -> Iterator[Block]:
    if not report.words:
        yield Paragraph("代表本人未作补充。" if report.written_at or report.checked_at else "待代表本人补充。")
    for label, text in report.words.items():
        yield Heading(label, 2)
        yield Paragraph(text)
