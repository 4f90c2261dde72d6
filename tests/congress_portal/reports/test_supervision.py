"""The year-end report on supervision: every figure counted by hand, the same cells in all files, who reads it."""

import json
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.rules import states_open_to
from supervision.models import Undertaking
from supervision.transitions import ideas, plan_changes, problems, undertakings
from supervision.transitions import plan as act
from supervision.transitions.start_topic import start_topic
from tests.supervision import plan_hand as hand
from tests.supervision.plan_hand import AT


@pytest.fixture
def year(cast, register):
    """Three topics: one begun, one waiting, one dropped; three ideas; a problem; one supervision nobody may know of."""
    plan = hand.drafted(cast)
    for word in ("供水安全", "养老服务"):
        act.add_topic(plan.pk, by=cast.he, at=AT, **hand.lines(cast, title=word, source="letters"))
    idea = hand.put(cast.lin)
    first, _, last = plan.topics.order_by("order")
    ideas.take_topic_idea(idea, topic=first, answer="", by=cast.he, at=AT)
    ideas.decline_topic_idea(hand.put(cast.fang), answer="去年已经监督。", by=cast.he, at=AT)
    hand.put(cast.luo)
    council = hand.council(register)
    act.adopt_supervision_plan(plan.pk, meeting=council, adopted_on=AT.date(), by=cast.he, at=AT)
    made = start_topic(first, bodies=[cast.transport], by=cast.fang, at=AT).undertaking
    undertakings.begin_undertaking(made.pk, by=cast.fang, at=AT)
    agreed = {"adjust_reason": "合并。", "meeting": council, "decided_on": AT.date()}
    plan_changes.drop_topic(last, **agreed, by=cast.he, at=AT)
    handed = {"committee": cast.urban_committee, "unit": cast.transport, "due_on": date(2026, 3, 20)}
    problems.find_problem(source=made, title="票价不公示", **handed, by=cast.fang, at=AT)
    hidden = start_topic(plan.topics.get(title="供水安全"), bodies=[cast.transport], by=cast.fang, at=AT).undertaking
    Undertaking.objects.filter(pk=hidden.pk).update(hidden_until=date(2999, 1, 1))
    return plan


def test_figures_files_and_the_command_agree(year, cast):
    said = StringIO()
    with time_machine.travel(AT.replace(month=4, hour=15)):
        call_command("build_annual_reports", "--year", "2026", "--kind", "supervision", "--json", stdout=said)
    found, report = json.loads(said.getvalue()), AnnualReport.objects.get()
    sheets = {sheet.key: sheet for sheet in report.sheets}

    def value(sheet, row, column):
        return sheets[sheet].cell(row, column).value

    assert found["tables"] == report.content
    assert {"docx", "xlsx"} <= set(report.files)
    plan = {row.key: row.cells[0].value for row in sheets["plan"].rows}
    assert plan == {"listed": 2, "waiting": 1, "under_way": 1, "done": 0, "dropped": 1}
    assert (value("source", "letters", "count"), value("source", "wide", "share")) == (1, "50.00")
    assert [row.cells[0].value for row in sheets["undertakings"].rows] == ["老旧小区加装电梯情况"]
    assert (value("form", "total", "count"), value("form", "special_report", "under_way")) == (1, 1)
    assert [value("problems", "total", key) for key in ("found", "struck", "open", "overdue")] == [1, 0, 1, 1]
    assert [value("ideas", "total", key) for key in ("count", "taken", "declined", "waiting")] == [3, 1, 1, 1]
    assert value("ideas", "deputy", "taken") == 1


def test_page_and_rows_behind_a_figure(year, cast, signed_in):
    call_command("build_annual_reports", "--year", "2026", "--kind", "supervision", stdout=StringIO())
    report, he = AnnualReport.objects.get(), signed_in(cast.he)
    shown = he.get(report.get_absolute_url()).text
    assert "监督事项台账" in shown
    assert "老旧小区加装电梯情况" in he.get(f"{report.get_absolute_url()}rows/plan/listed/count/").text
    assert states_open_to(cast.lin, "supervision") == ("frozen",)
    assert states_open_to(cast.feng, "supervision") == ()
    assert signed_in(cast.feng).get(report.get_absolute_url()).status_code == 404
