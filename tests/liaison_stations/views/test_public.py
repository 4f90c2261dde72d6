"""What everybody reads of the stations, without an account."""


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
