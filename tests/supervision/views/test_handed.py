"""Tasks handed down as people see them: the paper in every house, late with a reason, one cost, clocks."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.deadlines.reminding import remind_due
from foundation.files.store import files_of
from supervision.models import HandedTask
from tests.supervision import handed_hand as hand
from tests.supervision import local_hand
from tests.supervision.handed_hand import AT, LATE


def page(name, *args):
    return reverse(f"supervision:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(LATE):
        yield


def test_a_task_through_its_pages(cast, register, signed_in):
    he, wei, jiang = signed_in(cast.he), signed_in(cast.wei), signed_in(cast.jiang)
    words = {
        "source": "district",
        "issued_by": "区人大常委会",
        "number": "7号",
        "title": "视察饮水",
        "contents": "察看。",
    }
    days = {"handed_on": "2026-05-20", "due_on": "2026-05-10", "answerers": [cast.township.pk, cast.street.pk]}
    wrong = he.post(page("hand-down"), {**words, **days})
    assert (wrong.status_code, "应当晚于交办日期" in wrong.text, "视察饮水" in wrong.text) == (422, True, True)
    paper = SimpleUploadedFile("交办函.pdf", b"%PDF-1.4 paper", "application/pdf")
    he.post(page("hand-down"), {**words, **days, "due_on": "2026-05-30", "files": paper})
    task = HandedTask.objects.get(answerer=cast.township)
    assert [files_of(row).count() for row in HandedTask.objects.all()] == [1, 1]
    assert "视察饮水" in wei.get("/desk/").text
    assert jiang.get(task.get_absolute_url()).status_code == 403
    wei.post(page("take-handed", task.pk), {"responsible": "卫红", "version": 1})
    wei.post(page("note-handed", task.pk), {"text": "已看水厂。"})
    late = wei.post(page("report-handed", task.pk), {"result": "办好。", "version": 3})
    assert (late.status_code, "请写明逾期原因" in late.text, "办好。" in late.text) == (422, True, True)
    wei.post(page("report-handed", task.pk), {"result": "办好。", "late_reason": "汛期", "version": 3})
    assert "视察饮水" in he.get("/desk/").text
    he.post(page("close-handed", task.pk), {"version": 4})
    assert "已办结" in wei.get(task.get_absolute_url()).text


def test_lists_cost_the_same_with_one_and_with_three(cast, register, signed_in):
    he, wei = signed_in(cast.he), signed_in(cast.wei)

    def cost(browser, url):
        browser.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(url).status_code == 200
        return len(queries)

    def more(number):
        (task,) = hand.given(cast, parent=upper, number=f"{number}号")
        hand.given(cast, number=f"{number}0号")
        hand.reported(hand.taken(task, cast.wei), cast.wei)

    body, _ = local_hand.opened(cast)
    upper = hand.from_above(cast)
    more(1)
    doors = [(he, page("handed-tasks")), (he, page("handed-reports")), (wei, page("handed-owed"))]
    doors += [(he, upper.get_absolute_url()), (wei, body.get_absolute_url())]
    before = [cost(*door) for door in doors]
    more(2)
    more(3)
    assert [cost(*door) for door in doors] == before


def test_every_clock_finds_its_people(cast, register):
    hand.given(cast, cast.township, cast.street)
    hand.reported(hand.taken(hand.from_above(cast), cast.he), cast.he)
    moment = AT.replace(year=2027)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (3, 0, 0)
