"""Keeping the register in the browser: every step once, and what was typed wrong stays on the page."""

from decimal import Decimal

import pytest

from liaison_stations.models import FundEntry, Station, StationKind
from tests.liaison_stations.transitions.test_station_rooms import picture


@pytest.fixture
def office(cast, net, signed_in):
    return signed_in(cast.he)


def form_of(page) -> dict:
    """What the browser would send back unchanged."""
    form = page.context["form"]
    found = {field.html_name: field.value() for field in form if field.value() not in (None, False, [])}
    return {**found, "version": page.context.get("version") or ""}


def test_a_station_is_entered_corrected_and_closed(office, net):
    kind = StationKind.objects.get(code="ordinary").pk
    typed = {"name": "红旗村联络点", "tier": "point", "kind": kind, "area": net.village.pk, "address": "村口"}
    wrong = office.post("/stations/new/", {**typed, "longitude": "116.1"})
    assert wrong.status_code == 422
    assert "经度和纬度请一并填写" in wrong.text
    assert 'value="红旗村联络点"' in wrong.text
    made = office.post("/stations/new/", {**typed, "opened_on": "2026-01-05"}, follow=True)
    station = Station.objects.get(name="红旗村联络点")
    assert "联络站已登记" in made.text

    page = office.get(f"/stations/{station.pk}/amend/")
    office.post(f"/stations/{station.pk}/amend/", {**form_of(page), "phone": "0564-5550000"})
    station.refresh_from_db()
    assert station.phone == "0564-5550000"

    office.post(f"/stations/{station.pk}/close/", {"closed_on": "2026-02-01", "reason": "合并"})
    assert "2026年2月1日撤销" in office.get(station.get_absolute_url()).text


def test_a_keepers_form_has_what_he_may_change(cast, net, signed_in):
    keeper = signed_in(cast.jiang)
    page = keeper.get(f"/stations/{net.qingshi.pk}/amend/")
    assert "name" not in page.context["form"].fields
    keeper.post(f"/stations/{net.qingshi.pk}/amend/", {**form_of(page), "hours": "周一至周五 9:00—17:00"})
    net.qingshi.refresh_from_db()
    assert net.qingshi.hours == "周一至周五 9:00—17:00"


def test_people_wall_photographs_and_money(office, net, register, cast):
    page = f"/stations/{net.qingshi.pk}"
    offered = office.get(f"{page}/deputies/").text
    assert "邓玉兰（青石镇代表团）" in offered
    assert "林晓梅（" not in offered
    office.post(f"{page}/deputies/", {"from_date": "2026-01-05", "deputies": [register.deng.deputy.pk]})
    office.post(f"{page}/wall/", {"visitors": "请到二楼。\n\n请轻声。"})
    office.post(f"{page}/photos/", {"photos": [picture()]})
    office.post(f"{page}/funds/new/", {"way": "in", "amount": "500.00", "on": "2026-01-05", "words": "拨入"})
    office.post(f"/stations/{net.chengguan.pk}/keepers/", {"user": cast.jiang.pk, "from_date": "2026-01-05"})
    office.post(f"{page}/standard/", {"standard": "rebuilding", "since": "2026-01-05"})

    shown = office.get(f"{page}/").text
    assert "邓玉兰" in shown
    assert "改造提升中" in shown
    assert "修改上墙内容" in shown
    assert office.get(f"{page}/photos/").text.count("<img") == 1
    assert "500.00" in office.get(f"{page}/funds/").text
    entry = FundEntry.objects.get()
    assert entry.amount == Decimal(500)
    assert office.post(f"/stations/funds/{entry.pk}/reverse/", {"reason": "误记"}).status_code == 302
    assert "已冲销" in office.get(f"{page}/funds/").text
    keeper = net.qingshi.keepers.get()
    assert office.post(f"/stations/keepers/{keeper.pk}/end/", {"until": "2026-03-01"}).status_code == 302
    place = net.qingshi.places.get(deputy=register.lin.deputy)
    assert office.post(f"/stations/places/{place.pk}/end/", {"until": "2026-03-01"}).status_code == 302
