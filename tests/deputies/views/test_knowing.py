"""The pages of bulletins, public feeling and requests: what is typed wrong is kept, one cost at any size."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deputies.models import Bulletin, PublicFeeling, ServiceRequest
from deputies.notices.knowing_clocks import KINDS
from deputies.transitions.bulletins import issue_bulletin
from deputies.transitions.feelings import forward_feeling, receive_feeling, report_feeling
from deputies.transitions.requests import ask_request
from foundation.deadlines.models import Deadline
from foundation.deadlines.reminding import remind_due
from tests.deputies.gatherings import BEFORE

WORDS = {"title": "青石桥路灯不亮", "text": "夜间三盏路灯不亮。"}


def page(name, *args):
    return reverse(f"deputies:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(BEFORE):
        yield


def test_a_bulletin_to_one_delegation_and_who_has_read_it(cast, register, signed_in):
    he, lin = signed_in(cast.he), signed_in(cast.lin)
    post = {"source": "government", "title": "一季度经济运行", "text": "", "delegations": [register.qingshi.pk]}
    wrong = he.post(page("issue-bulletin"), post)
    he.post(page("issue-bulletin"), {**post, "text": "增长百分之五。"})
    bulletin = Bulletin.objects.get()
    assert wrong.status_code == 422
    assert "一季度经济运行" in wrong.text
    assert set(bulletin.copies.values_list("deputy__name", flat=True)) == {"林晓梅", "邓玉兰"}
    assert "待签阅" in lin.get(page("bulletins")).text
    assert lin.post(page("read-bulletin", bulletin.pk)).status_code == 302
    assert lin.post(page("read-bulletin", bulletin.pk)).status_code == 409
    assert "邓玉兰" not in lin.get(bulletin.get_absolute_url()).text
    assert "未签阅（1人）" in he.get(bulletin.get_absolute_url()).text
    assert signed_in(cast.zhou).get(bulletin.get_absolute_url()).status_code == 404
    assert signed_in(cast.jiang).get(page("bulletins")).status_code == 403


def test_a_false_file_leaves_nothing_of_the_report(cast, register, signed_in):
    lie = SimpleUploadedFile("现场.png", b"MZ\x90\x00", "image/png")
    wrong = signed_in(cast.lin).post(page("report-feeling"), {**WORDS, "files": lie})
    assert (wrong.status_code, PublicFeeling.objects.count()) == (422, 0)
    assert "夜间三盏路灯不亮" in wrong.text


def test_a_request_stays_between_deputy_office_and_leaders(cast, register, signed_in):
    lin = signed_in(cast.lin)
    wrong = lin.post(page("ask-request"), {"text": "被人阻拦。"})
    lin.post(page("ask-request"), {"kind": "protection", "text": "被人阻拦。"})
    request = ServiceRequest.objects.get()
    assert wrong.status_code == 422
    assert "被人阻拦。" in wrong.text
    for name, status in (("lin", 200), ("he", 200), ("zhao", 200), ("luo", 404), ("zhou", 404), ("sun", 404)):
        assert signed_in(getattr(cast, name)).get(request.get_absolute_url()).status_code == status
    assert signed_in(cast.luo).get(page("requests")).status_code == 403


def test_every_clock_finds_its_people_and_words(cast, register):
    feeling = receive_feeling(report_feeling(by=cast.lin, at=BEFORE, **WORDS), by=cast.he, at=BEFORE)
    forward_feeling(feeling, body=cast.transport, by=cast.he, at=BEFORE)
    ask_request(kind="papers", text="查阅预算。", by=cast.lin, at=BEFORE)
    moment = BEFORE + timedelta(days=60)
    report = remind_due(moment.date(), at=moment)
    assert (report.clocks, report.nobody, report.faults) == (2, 0, 0)
    assert report.messages >= 4
    open_kinds = set(Deadline.objects.open().values_list("kind", flat=True))
    assert open_kinds == {"feeling_answer", "service_accept"}
    assert open_kinds < {key for key, *_ in KINDS}


def test_pages_cost_the_same_at_any_size(cast, register, signed_in):
    he = signed_in(cast.he)

    def fill():
        feeling = receive_feeling(report_feeling(by=cast.lin, at=BEFORE, **WORDS), by=cast.he, at=BEFORE)
        forward_feeling(feeling, body=cast.transport, by=cast.he, at=BEFORE)
        request = ask_request(kind="papers", text="查阅预算。", by=cast.lin, at=BEFORE)
        bulletin = issue_bulletin(source="sc", title="要情", text="本月工作。", by=cast.he, at=BEFORE)
        return [feeling, request, bulletin]

    pages = [row.get_absolute_url() for row in fill()]
    pages += [page("feelings"), page("requests"), page("bulletins")]
    he.get(pages[0])
    one = [cost(he, url) for url in pages]
    fill()
    fill()
    assert [cost(he, url) for url in pages] == one
    assert max(one) <= 9


def cost(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
