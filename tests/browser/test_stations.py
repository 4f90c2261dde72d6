"""Stations in a browser: the office imports its list and answers for namesakes, a citizen finds his by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest

from liaison_stations.models import Station
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.liaison_stations.net import Net, lay

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "联络站台账.csv"
Take = Callable[..., Hand]


@pytest.fixture
def net(town: Cast, register) -> Net:
    found = lay(town, register)
    Station.objects.filter(pk=found.qingshi.pk).update(longitude="116.42", latitude="31.84")
    return found


def test_the_office_imports_its_list(town: Cast, net: Net, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    he = hand_of(town.he)
    he.follows("联络站台账").follows("导入台账")
    he.main.locator("[type=file]").set_input_files(SAMPLE)
    he.presses("上传并核对").sees("有名称相同的联络站，请先答复")
    he.presses("按此重新核对").sees("请选择是不是同一个站。")
    for field in he.main.locator("select").all():
        field.select_option(label="是另一个站，另行登记")
    he.presses("按此重新核对").sees("全部可以导入").presses("确认导入 17 行").reads("联络站台账已导入")
    he.follows("石桥镇中心人大代表联络站").sees("逢五逢十（农历）", "凤霞")


def test_a_citizen_finds_his_station_by_keyboard(net: Net, hand_of: Take) -> None:
    citizen = hand_of(None, PHONE)
    citizen.page.goto(f"{citizen.address}/stations/")
    citizen.looks()
    mark = citizen.main.locator(".map-mark")
    assert mark.get_attribute("href") == net.qingshi.public_url
    citizen.follows("我家归谁")
    field = citizen.main.get_by_label("您住在哪个村、社区")
    field.focus()
    field.select_option(label="桥头村")
    citizen.page.keyboard.press("Tab")
    citizen.page.keyboard.press("Enter")
    citizen.sees("联系您的代表", "林晓梅")
    station = citizen.main.get_by_role("link", name="青石镇中心人大代表联络站").first
    station.focus()
    citizen.page.keyboard.press("Enter")
    citizen.sees("上墙制度", "0564-1234567").follows("打印海报").sees("手机扫一扫")
