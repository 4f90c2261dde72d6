"""What everybody reads of the stations, without an account."""

import subprocess
from datetime import date

from liaison_stations.models import Station, StationDeputy, WallItem
from tests.deputies_cast import add_mandate
from tests.liaison_stations.net import OPENED, station
from tests.rendering import program


def test_the_public_finds_open_stations(net, client):
    page = client.get("/stations/")
    assert "青石镇中心人大代表联络站" in page.text
    assert "桥头村人大代表联络站" not in page.text
    assert "青石镇中心" not in client.get("/stations/", {"q": "城关"}).text


def test_a_station_stands_under_its_short_address(net, client):
    page = client.get(net.qingshi.public_url)
    assert net.qingshi.public_url == f"/z/{net.qingshi.code}/"
    assert "0564-1234567" in page.text
    assert "林晓梅" in page.text
    assert client.get(net.planned.public_url).status_code == 404


def told(tool: str, content: bytes) -> str:
    """What one of poppler's tools says of a PDF."""
    more = ["-"] if tool == "pdftotext" else []
    return subprocess.run([program(tool), "-", *more], input=content, capture_output=True, check=True).stdout.decode()


def at(station, longitude: str, latitude: str) -> None:
    Station.objects.filter(pk=station.pk).update(longitude=longitude, latitude=latitude)


def test_the_map_leads_to_the_stations_that_were_found(net, client):
    at(net.qingshi, "116.01", "31.92")
    at(net.chengguan, "116.05", "31.95")
    assert client.get("/stations/").text.count('class="map-mark') == 2
    found = client.get("/stations/", {"q": "城关"}).text
    assert found.count('class="map-mark') == 1
    assert f'href="{net.chengguan.public_url}" class="map-mark' in found


def test_a_map_service_of_ones_own_is_asked_for_its_pictures(net, client, settings):
    settings.MAP_TILES = "https://ditu.example.gov.cn/{z}/{x}/{y}.png"
    at(net.qingshi, "116.01", "31.92")
    assert '<image href="https://ditu.example.gov.cn/' in client.get("/stations/").text


def test_without_points_there_is_a_list_and_no_map(net, client):
    assert "map-mark" not in client.get("/stations/").text


def test_the_wall_shows_the_districts_lists_until_a_station_has_its_own(net, client):
    assert "来访须知（9条）" in client.get(net.qingshi.public_url).text
    WallItem.objects.create(station=net.qingshi, part="visitors", text="请到二楼接待室。")
    assert "来访须知（1条）" in client.get(net.qingshi.public_url).text
    assert "来访须知（9条）" in client.get(net.chengguan.public_url).text


def test_visits_are_counted_without_knowing_who_came(cast, net, client, signed_in):
    for _ in range(2):
        client.get(net.qingshi.public_url)
    signed_in(cast.he).get(net.qingshi.public_url)
    assert net.qingshi.visits.get().count == 2


def test_a_closed_station_names_who_serves_the_place_now(net, client):
    other = station("青石镇第二人大代表联络站", net.qingshi.area, address="幸福路2号")
    Station.objects.filter(pk=net.qingshi.pk).update(closed_on=date(2026, 1, 5), close_reason="合并")
    page = client.get(net.qingshi.public_url)
    assert page.status_code == 410
    assert "2026年1月5日撤销" in page.text
    assert other.public_url in page.text


def test_the_poster_is_a_sheet_and_a_file(net, client):
    assert "改为A3" in client.get(f"{net.qingshi.public_url}poster/").text
    assert "poster-a3" in client.get(f"{net.qingshi.public_url}poster/", {"size": "a3"}).text
    for size, paper in (("a4", "595.276 x 841.89 pts (A4)"), ("a3", "841.89 x 1190.55 pts (A3)")):
        answer = client.get(f"{net.qingshi.public_url}poster-{size}.pdf")
        assert answer["Content-Type"] == "application/pdf"
        assert paper in told("pdfinfo", answer.content)
        assert "青石镇中心人大代表联络站" in told("pdftotext", answer.content)
    assert client.get(f"{net.qingshi.public_url}poster-a2.pdf").status_code == 404


def test_a_citizen_learns_whose_matter_his_place_is(net, client):
    page = client.get("/stations/place/", {"area": net.village.pk}).text
    assert "青石镇中心人大代表联络站" in page
    assert "林晓梅" in page
    assert "周建国" not in page
    assert "没有这个地方，请从列表中选择。" in client.get("/stations/place/", {"area": "999999"}).text


def test_a_station_page_costs_the_same_with_many_deputies(net, register, client, django_assert_max_num_queries):
    for number in range(3):
        seat = add_mandate(register, f"代表{number}", register.qingshi)
        StationDeputy.objects.create(station=net.qingshi, deputy=seat.deputy, from_date=OPENED)
    client.get(net.qingshi.public_url)
    with django_assert_max_num_queries(22):
        client.get(net.qingshi.public_url)
