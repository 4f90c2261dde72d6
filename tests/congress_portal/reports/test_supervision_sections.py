"""The sections of the report on supervision: counted by hand, alike on the page and in the files, few queries."""

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document as Word
from lxml import html
from openpyxl import load_workbook

from congress_portal.reports.filing import FORMATS
from congress_portal.reports.supervision import SECTIONS, tables
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build
from foundation.documents.figures import Sheet
from foundation.documents.figures.drawing import text_of
from suggestions.yearbook import Period
from tests.congress_portal.reports import supervision_year
from tests.supervision import clue_hand, seat_hand

DAY = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
YEAR = Period.of_year(2026)


def counted() -> dict[str, Sheet]:
    with time_machine.travel(DAY):
        return {sheet.key: sheet for sheet in tables(YEAR, DAY.date())}


def rows(sheet: Sheet) -> list[list[str]]:
    """As they are read: heading first."""
    head = [sheet.head, *(column.label for column in sheet.columns)]
    lines = [[row.label, *(text_of(*one) for one in zip(sheet.columns, row.cells, strict=True))] for row in sheet.rows]
    return [head, *lines]


def line(sheet: Sheet, row: str = "total") -> dict[str, Any]:
    found = next(known for known in sheet.rows if known.key == row)
    return {column.key: cell.value for column, cell in zip(sheet.columns, found.cells, strict=True)}


@pytest.fixture
def year(cast, register):
    supervision_year.told(cast, register)


def test_every_section_is_counted(year, cast):
    found = counted()
    assert line(found["ballots"]) == {"count": 3, "announced": 2, "void": 0, "waiting": 1, "cancelled": 1}
    assert [row[1:] for row in rows(found["ballot_results"])[1:]] == [
        [
            "关于教育工作审议意见研究处理情况的满意度测评",
            "审议意见研究处理情况",
            "2026年3月20日",
            "无记名纸质投票",
            "满意（满意2票、基本满意1票、不满意0票）",
        ]
    ]
    projects = {"count": 2, "closed": 1, "finished": 1, "balloted": 1, "under_way": 1, "overdue": 1, "cancelled": 0}
    assert line(found["projects"]) == projects
    assert rows(found["project_ledger"])[1][5:] == ["100%", "已销号", "通过（满意3票、基本满意0票、不满意0票）"]
    assert line(found["questions"]) == {"count": 2, "closed": 0, "review": 1, "ahead": 0, "cancelled": 0}
    assert line(found["issues"]) == {"handed": 1, "struck": 1, "open": 0, "second": 1, "second_struck": 1}
    assert line(found["interpellations"])["open"] == 1
    opinions = {"handed": 2, "struck": 1, "reported": 1, "open": 1, "failed": 0, "late": 0, "overdue": 1}
    assert line(found["opinions"]) == opinions
    assert line(found["resolutions"]) == {"count": 1, "published": 0, "done": 0, "followed": 1}
    assert line(found["resolution_tasks"]) == {"handed": 1, "closed": 0, "reported": 0, "open": 1, "overdue": 1}
    assert line(found["appointments"]) == {"count": 1, "passed": 1, "failed": 0, "exempt": 0, "pledged": 0}
    assert [row.cells[0].value for row in found["law_exams"].rows] == [1, 1, 0, 0, 0]
    assert line(found["duty_reports"]) == {"count": 1, "accepted": 1, "waiting": 0, "chosen": 1, "balloted": 1}
    held = {row.label: [cell.value for cell in row.cells] for row in found["local"].rows}
    assert {name: cells[0] for name, cells in held.items()} == {
        cast.township.label: 1,
        cast.street.label: 0,
        "合计": 1,
    }
    assert held[cast.street.label][-1] >= 1
    assert line(found["experts"]) == {"asked": 1, "given": 1, "adopted": 1, "partly": 0, "declined": 0, "waiting": 0}
    assert line(found["contact_points"]) == {"count": 2, "adopted": 1, "partly": 0, "declined": 0, "waiting": 1}
    assert [(row.label, row.cells[0].value) for row in found["contact_points"].rows] == [
        ("望湖联系点", 0),
        ("青石村立法联系点", 2),
        ("合计", 2),
    ]


def test_tasks_handed_down_recalls_and_by_elections_are_counted(year, cast):
    found = counted()
    nothing_else = {"closed": 0, "cancelled": 0, "late": 0, "reported": 0, "open": 0, "overdue": 0}
    above = {**nothing_else, "count": 1, "reported": 1, "late": 1}
    below = {**nothing_else, "count": 1, "open": 1, "overdue": 1, "cancelled": 1}
    assert line(found["handed"], "upper") == above
    assert line(found["handed"], "district") == below
    assert line(found["handed"]) == {key: above[key] + below[key] for key in above}
    assert line(found["handed_bodies"], str(cast.township.pk)) == below
    assert line(found["recalls"]) == {"count": 2, "announced": 0, "failed": 1, "stopped": 0, "declined": 1}
    elections = {"count": 2, "announced": 1, "open": 1, "cancelled": 0, "places": 2, "seated": 1}
    assert line(found["by_elections"]) == line(found["by_elections"], "district") == elections


def test_a_recall_that_runs_is_not_told_even_as_a_number(cast, register):
    seat_hand.placed(register, register.lin)
    seat_hand.circulated(register.lin, cast.he)
    (row,) = counted()["recalls"].rows
    assert row.cells[0].value == "本年度没有办结的罢免要求。"


def test_page_and_files_hold_the_same_rows(year, cast, signed_in):
    clue_hand.staff(cast)
    clue_hand.handed(cast)
    with time_machine.travel(DAY):
        report = build(ask(by=cast.he, at=DAY, kind="supervision", year=2026).pk, clock=lambda: DAY)
        page = signed_in(cast.xu).get(report.get_absolute_url()).text
        _opens_every_kind(report, signed_in(cast.xu))
    sheets = report.sheets
    wanted = [rows(sheet) for sheet in sheets if sheet.rows]
    tree = html.fromstring(page)
    drawn = [
        [[_said(cell) for cell in row.xpath("./th|./td")] for row in table.xpath(".//tr")]
        for table in tree.xpath("//section[contains(@class, 'report-sheet')]//table[contains(@class, 'report-table')]")
    ]
    assert drawn == wanted
    word = Word(BytesIO(FORMATS["docx"](report)))
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables] == wanted
    book = load_workbook(BytesIO(FORMATS["xlsx"](report)))
    assert [_lines(one) for one in book.worksheets] == [
        rows(sheet) + [[f"说明：{sheet.note}"]] * bool(sheet.note) for sheet in sheets
    ]
    everything = page + "".join(paragraph.text for paragraph in word.paragraphs) + str(report.content)
    hidden = ("线索", "密线索号", "暗访食堂", "随机抽查", "陈刚")
    assert [said for said in hidden if said in everything] == []
    assert "交办审议意见2件，已通过并销号1件" in everything


def _opens_every_kind(report: Any, client: Any) -> None:
    """One figure of each kind of rows leads to as many rows as it says."""
    places = {
        cell.of: (f"rows/{sheet.key}/{row.key}/{column.key}/", len(cell.keys))
        for sheet in report.sheets
        for row in sheet.rows
        for column, cell in zip(sheet.columns, row.cells, strict=True)
        if cell.has_rows
    }
    assert set(supervision_year.KINDS) <= set(places)
    for place, number in places.values():
        answer = client.get(f"{report.get_absolute_url()}{place}")
        assert (place, answer.context["page"].total) == (place, number)


def _said(cell: Any) -> str:
    """Without the base of a rate."""
    return "".join(cell.xpath(".//text()[not(parent::small)]")).strip()


def _lines(page: Any) -> list[list[str]]:
    return [[_shown(cell) for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]


def _shown(value: Any) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def test_an_empty_section_is_one_sentence(cast, register):
    for section in SECTIONS:
        for sheet in section.tables(YEAR, date(2026, 11, 20)):
            (row,) = sheet.rows
            assert re.fullmatch("本年度.+。", str(row.cells[0].value))


def test_the_number_of_queries_does_not_grow(year, cast, register):
    counted()
    few = _queries()
    supervision_year.opinions(cast, register)
    supervision_year.votes_again(cast, register)
    supervision_year.questions(cast, register)
    assert _queries() == few


def _queries() -> int:
    with CaptureQueriesContext(connection) as found:
        counted()
    return len(found)
