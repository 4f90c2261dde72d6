"""Topical deliberations as people see them: what is typed wrong is kept, one cost at any size."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from liaison_stations.models import CouncilOpinion, Deliberation
from tests.liaison_stations.table_hand import HELD, held, planned, raised


def page(name, *args):
    return reverse(f"stations:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(HELD.replace(hour=15)):
        yield


def test_the_keeper_calls_holds_and_settles(cast, register, net, signed_in):
    jiang, lin = signed_in(cast.jiang), signed_in(cast.lin)
    post = {"station": net.qingshi.pk, "topic": "停车难", "background": "群众反映。", "place": "议事厅"}
    post |= {"starts_at": "2026-03-12T14:00", "bodies": [cast.transport.pk], "guests": "李某\n王某"}
    wrong = jiang.post(page("plan-deliberation"), post)
    jiang.post(page("plan-deliberation"), {**post, "deputies": [register.lin.deputy.pk]})
    row = Deliberation.objects.get()
    assert wrong.status_code == 422
    assert "至少选择一位代表" in wrong.text
    assert "群众反映。" in wrong.text
    assert row.seats.count() == 4
    assert "停车难" in lin.get("/desk/").text
    seats = [seat.pk for seat in row.seats.all()]
    words = {"minutes": "讨论。", "conclusion": "增设车位。", "version": "1"}
    jiang.post(page("hold-deliberation", row.pk), {**words, "present": seats[:3]})
    opinion = {"seat": seats[0], "title": "增设车位", "text": "利用闲置地块。"}
    jiang.post(page("raise-at-deliberation", row.pk), opinion)
    raised_one = CouncilOpinion.objects.get()
    assert raised_one.raised_by == "林晓梅"
    shown = lin.get(row.get_absolute_url()).text
    assert "增设车位" in shown
    assert "未到场" in shown
    assert jiang.post(page("close-deliberation", row.pk), {"result": "完成", "version": "2"}).status_code == 409
    jiang.post(page("explain-opinion", raised_one.pk), {"outcome": "社区已协调。", "version": "1"})
    jiang.post(page("close-deliberation", row.pk), {"result": "车位已增设。", "version": "2"})
    assert "车位已增设" in signed_in(cast.feng).get(row.get_absolute_url()).text
    assert signed_in(cast.wu).get(row.get_absolute_url()).status_code == 404


def test_the_list_costs_the_same_with_one_and_with_three(cast, register, net, signed_in):
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    row = held(planned(cast, register, net), cast.jiang)
    raised(row, cast.jiang)
    urls = (page("deliberations"), page("council-opinions"), row.get_absolute_url())
    before = [cost(url) for url in urls]
    for topic in ("夜市", "路灯"):
        raised(held(planned(cast, register, net, topic=topic), cast.jiang), cast.jiang)
        raised(row, cast.jiang)
    assert [cost(url) for url in urls] == before
