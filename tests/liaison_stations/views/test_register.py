"""The register of stations: for whom it opens, what stands in it, at how many queries."""

import pytest

from tests.liaison_stations.net import station

LIST = "/stations/register/"


def test_the_register_is_for_those_concerned(cast, net, signed_in):
    opened = {key for key, user in cast.people().items() if signed_in(user).get(LIST).status_code == 200}
    assert opened == {
        "lin", "zhou", "deng", "he", "xu", "gao", "fang", "zhao", "qian", "luo", "wei", "jiang",
    }  # fmt: skip


@pytest.mark.parametrize("many", [1, 3])
def test_a_page_costs_the_same_with_many_stations(cast, net, signed_in, django_assert_max_num_queries, many):
    for number in range(many - 1):
        station(f"红旗村{number}", net.village)
    client = signed_in(cast.he)
    client.get(LIST)
    with django_assert_max_num_queries(14):
        assert client.get(LIST).status_code == 200


def test_the_list_is_narrowed_by_place_and_state(cast, net, signed_in):
    client = signed_in(cast.he)
    township = client.get(LIST, {"area": net.qingshi.area_id}).text
    assert "青石镇中心" in township
    assert "桥头村人大" in township
    assert "城关街道中心" not in township
    assert "桥头村人大" not in client.get(LIST, {"state": "open"}).text
    exported = b"".join(client.get(LIST, {"q": "城关", "format": "csv"}).streaming_content).decode("utf-8-sig")
    assert "城关街道中心" in exported
    assert "青石镇" not in exported


def test_a_stations_page_names_its_people(cast, net, signed_in):
    page = signed_in(cast.wei).get(net.qingshi.get_absolute_url())
    for words in ("凤霞", "林晓梅", "蒋丽", "0564-1234567", "已建成达标"):
        assert words in page.text
    assert signed_in(cast.zhou).get(net.qingshi.get_absolute_url()).status_code == 404
