"""The issue ledger as people see it: what is typed wrong is kept, one cost at any size, what strangers read."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from supervision.models import Problem
from supervision.transitions import problem_closing
from tests.supervision import ledger_hand as hand
from tests.supervision.ledger_hand import DUE, LATER

FOUND = {"title": "坡道缺失", "source_words": "执法检查", "needs_satisfaction": "on"}


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(LATER.replace(hour=15)):
        yield


def test_from_the_committee_to_the_public_page(cast, register, signed_in):
    fang, feng, zhou, he = (signed_in(person) for person in (cast.fang, cast.feng, cast.zhou, cast.he))
    facts = {**FOUND, "committee": cast.urban_committee.pk}
    wrong = fang.post(page("find-problem"), {**facts, "unit": cast.transport.pk})
    assert (wrong.status_code, "请填写整改期限" in wrong.text, "坡道缺失" in wrong.text) == (422, True, True)
    fang.post(page("find-problem"), {**facts, "unit": cast.transport.pk, "due_on": DUE.isoformat()})
    problem = Problem.objects.get()
    assert "坡道缺失" in feng.get("/desk/").text
    assert "坡道缺失" in feng.get(page("problems-to-mend")).text
    feng.post(page("plan-problem", problem.pk), {"person": "陈刚", "measure": "改造。"})
    bare = feng.post(page("claim-problem", problem.pk), {"text": "已完成十二处。"})
    assert (bare.status_code, "请上传照片" in bare.text, "已完成十二处" in bare.text) == (422, True, True)
    feng.post(page("claim-problem", problem.pk), {"text": "已完成。", "files": [hand.photograph()]})
    shown = fang.get(problem.get_absolute_url()).text
    assert "先征求意见" in shown
    assert "整改后.jpg" in shown
    nobody = fang.post(page("ask-voices", problem.pk), {"deputies": "查无此人"})
    assert (nobody.status_code, "没有找到现任代表：查无此人" in nobody.text) == (422, True)
    fang.post(page("ask-voices", problem.pk), {"deputies": "周建国", "people": "东街社区居民代表"})
    assert "坡道缺失" in zhou.get("/desk/").text
    own, others = problem.voices.order_by("pk")
    zhou.post(page("give-voice", own.pk), {"grade": "satisfied"})
    fang.post(page("give-voice", others.pk), {"grade": "basically"})
    fang.post(page("strike-problem", problem.pk), {"outcome": "已到现场核实。"})
    he.post(page("publish-problem", problem.pk), {"entries": [problem.entries.get(kind="plan").pk]})
    stranger = Client()
    assert "坡道缺失" in stranger.get(page("public-problems")).text
    read = stranger.get(page("public-problem", problem.pk)).text
    assert "已到现场核实" in read
    assert "已完成。" not in read


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    problem = hand.claimed(cast)
    problem_closing.ask_voices(problem.pk, people=["居民代表"], by=cast.he, at=LATER)
    urls = (page("problems"), page("problem-units"), problem.get_absolute_url())
    before = [cost(url) for url in urls]
    for _ in range(2):
        hand.planned(cast)
    hand.handed(cast, unit=cast.education)
    problem_closing.ask_voices(problem.pk, people=["商户", "居民"], by=cast.he, at=LATER)
    assert [cost(url) for url in urls] == before


def test_every_clock_finds_its_people(cast, register):
    hand.found(cast)
    hand.planned(cast)
    hand.claimed(cast)
    moment = LATER.replace(month=9)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (3, 0, 0)
    assert set(Deadline.objects.open().values_list("kind", flat=True)) == {"problem_hand", "problem", "problem_check"}
