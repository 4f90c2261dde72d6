"""On a deputy's pages stands where citizens find him."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from deputies.transitions.public_page import page_of, publish_page
from liaison_stations.models import Station, StationDeputy


def test_the_public_page_and_the_register_name_the_stations(cast, register, net, client, signed_in):
    deputy = register.lin.deputy
    page = publish_page(page_of(deputy), by=cast.he, at=datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai")))
    public, in_register = page.get_absolute_url(), deputy.get_absolute_url()

    assert "到联络站找代表" in client.get(public).text
    assert net.qingshi.public_url in client.get(public).text
    assert "进驻的联络站" in signed_in(cast.he).get(in_register).text

    StationDeputy.objects.update(until_date=date(2024, 1, 1))
    assert "到联络站找代表" not in client.get(public).text
    assert "进驻的联络站" not in signed_in(cast.he).get(in_register).text


def test_a_station_that_is_not_open_is_not_shown(cast, register, net, signed_in):
    Station.objects.update(opened_on=None)
    assert "进驻的联络站" not in signed_in(cast.he).get(register.lin.deputy.get_absolute_url()).text
