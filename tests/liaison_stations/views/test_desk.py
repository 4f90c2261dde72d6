"""The desk: a visit in one form, as JSON from a tablet, the slip, the list and the record."""

import json

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from liaison_stations.models import ReceptionRecord
from tests.liaison_stations.receiving import NOW, station_of


def page(name, *args):
    return reverse(f"stations:{name}", args=args)


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def desk(cast, register, signed_in):
    station = station_of(cast, register)
    post = {
        "token": "t1", "deputies": [register.lin.deputy.pk], "kind": "help", "title": "密事由低保怎样申请",
        "text": "密原话。", "path": "street", "name": "秦晓月", "phone": "13912345678", "agreed": "on",
    }  # fmt: skip
    return station, signed_in(cast.jiang), post


def test_a_form_gives_a_slip_once_and_a_record_for_those_concerned(cast, desk, signed_in):
    station, jiang, post = desk
    wrong = jiang.post(page("desk", station.pk), {**post, "path": ""})
    assert wrong.status_code == 422
    assert "密原话。" in wrong.text
    unagreed = jiang.post(page("desk", station.pk), {**post, "agreed": ""})
    assert "请先征得来访人同意" in unagreed.text
    answer = jiang.post(page("desk", station.pk), post)
    record = ReceptionRecord.objects.get()
    assert answer.url == page("slip", record.pk)
    slip = jiang.get(answer.url).text
    assert "查询码" in slip
    assert str(record.letter) in slip
    assert "密事由" not in slip
    assert "查询码只在登记时显示一次" in signed_in(cast.wei).get(answer.url).text
    own = signed_in(cast.lin).get(record.get_absolute_url()).text
    assert "密事由" in own
    assert "13912345678" not in own
    assert signed_in(cast.zhou).get(record.get_absolute_url()).status_code == 404
    listed = jiang.get(page("receptions")).text
    assert "交乡镇、街道办理" in listed
    assert "密事由" not in jiang.get(page("receptions"), {"format": "csv"}).getvalue().decode("utf-8-sig")


def test_the_tablet_sends_what_it_kept_as_often_as_it_likes(desk):
    station, jiang, post = desk
    kept = {**post, "is_offline": "on", "received_at": "2026-03-02T08:30"}
    sent = [jiang.post(page("desk", station.pk), kept, headers={"Accept": "application/json"}) for _ in range(2)]
    assert sent[0].json() == sent[1].json()
    assert sent[0].json()["code"]
    record = ReceptionRecord.objects.get()
    assert (record.source, f"{record.received_at.astimezone():%H:%M}") == ("offline", "08:30")
    wrong = jiang.post(
        page("desk", station.pk), {**kept, "token": "t2", "title": ""}, headers={"Accept": "application/json"}
    )
    assert wrong.status_code == 422
    assert json.loads(wrong.content)["errors"] == ["请填写这一项。"]


def test_the_desk_is_for_those_who_receive(cast, desk, signed_in):
    station, _, post = desk
    assert signed_in(cast.lin).get(page("desk", station.pk)).status_code == 200
    assert signed_in(cast.luo).get(page("desk", station.pk)).status_code == 403
    assert signed_in(cast.luo).post(page("desk", station.pk), post).status_code == 403
    assert signed_in(cast.wu).get(page("desk", station.pk)).status_code == 404
    worker = Client().get(page("desk-worker"))
    assert worker["Content-Type"].startswith("text/javascript")


def test_one_record_or_three_the_same_number_of_queries(desk):
    station, jiang, post = desk
    costs = []
    for tokens in ("1", "23"):
        for token in tokens:
            jiang.post(page("desk", station.pk), {**post, "token": token})
        jiang.get(page("receptions"))
        with CaptureQueriesContext(connection) as queries:
            jiang.get(page("receptions"))
        costs.append(len(queries))
    assert costs[0] == costs[1]
