"""The desk of a station on a tablet: a visit, a morning without a network, and nothing twice."""

from collections.abc import Callable

from playwright.sync_api import expect

from liaison_stations.models import Letter, ReceptionRecord
from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.liaison_stations.receiving import station_of

TABLET = {"width": 820, "height": 1180}
Take = Callable[..., Hand]


def visits(hand: Hand, title: str) -> Hand:
    """Fills the desk as somebody who has other things to do."""
    hand.main.get_by_role("checkbox", name="林晓梅").check()
    hand.main.get_by_role("radio", name="交区级部门办理").check()
    return hand.fills(title=title, text="村口三盏路灯坏了半个月，夜里走路不安全。")


def test_a_visit_and_a_morning_without_a_network(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    # What a browser says of a network that is away.
    expected_console.append("ERR_INTERNET_DISCONNECTED")
    station = station_of(town, register)
    jiang = hand_of(town.jiang, TABLET)
    jiang.page.goto(f"{jiang.address}/stations/{station.pk}/desk/")
    expect(jiang.page.locator("[data-offline=ready]")).to_be_visible()
    visits(jiang.looks(), "桥头路灯不亮").presses("登记").sees("查询码")
    jiang.sees(str(Letter.objects.get()))

    jiang.follows("登记下一位")
    jiang.page.context.set_offline(True)
    jiang.page.reload()
    visits(jiang, "渠道堵塞").main.get_by_role("button", name="登记").click()
    jiang.sees("已保存在这台设备上", "1件")
    jiang.page.context.set_offline(False)
    expect(jiang.main.locator("[data-desk-sent]")).to_contain_text("“渠道堵塞”已送出：编号信〔")
    expect(jiang.main.locator("[data-desk-kept]")).to_be_hidden()
    jiang.page.reload()
    expect(jiang.main.locator("[data-desk-kept]")).to_be_hidden()
    assert sorted(ReceptionRecord.objects.values_list("source", flat=True)) == ["offline", "tablet"]
    assert Letter.objects.count() == 2
