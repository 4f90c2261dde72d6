"""A citizen at a telephone, with nothing but a keyboard: writes, reads the receipt, comes back, rates, asks again."""

from collections.abc import Callable

from foundation.intake.models import IntakeLimit
from liaison_stations.models import Letter
from tests.browser.hand import PHONE, Hand
from tests.browser.keys import Keys
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.liaison_stations.mailbox import put
from tests.liaison_stations.net import lay

Take = Callable[..., Hand]


def test_a_citizen_writes_and_comes_back_by_keyboard(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    net = lay(town, register)
    for station, place in ((net.qingshi, ("30.21", "120.01")), (net.chengguan, ("30.25", "120.08"))):
        station.latitude, station.longitude = place
        station.save()
    IntakeLimit.objects.filter(key="letter_web").update(work=20_000)
    citizen = hand_of(None, PHONE)
    page, keys = citizen.page, Keys(citizen.page)
    page.goto(f"{citizen.address}/letters/")
    citizen.looks()
    keys.to("a[href='/letters/write/']").press("Enter")
    page.wait_for_url("**/write/")
    citizen.sees("一、写给谁")
    # Sent too early: what is missing is said, and the first link of the summary leads to it.
    keys.to("button[type=submit].btn-lg").press("Enter")
    citizen.sees("请更正以下内容")
    keys.to("input[name=whom]").press("ArrowDown")
    keys.press("ArrowDown")
    keys.to("select[name=station]")
    keys.press("ArrowDown")
    keys.to("input[name=kind]").press("Space")
    keys.fill("title", "桥头路灯不亮")
    keys.fill("text", "桥头村口三盏路灯坏了半个月，身份证110101199003074514。")
    citizen.sees("建议删去")
    keys.press("Control+A")
    keys.type("桥头村口三盏路灯坏了半个月，夜里走路不安全。")
    keys.to(".letter-map summary").press("Enter")
    keys.to(".letter-map svg").press("ArrowUp")
    keys.press("ArrowRight")
    citizen.sees("最近的联络站是")
    keys.fill("name", "秦晓月")
    keys.fill("phone", "13912345678")
    keys.to("[name=consent_contact]").press("Space")
    keys.to("[name=consent]").press("Space")
    keys.to("button[type=submit].btn-lg").press("Enter")
    page.wait_for_url("**/receipt/")
    citizen.sees("您的来信已收到", "查询码")
    code = page.locator("[data-code]").inner_text()
    letter = Letter.objects.get()
    assert letter.to_station in {net.qingshi, net.chengguan}
    assert 30.2 < letter.latitude < 30.26
    assert 120 < letter.longitude < 120.09
    keys.to("form[action='/letters/leave/'] button").press("Enter")
    page.wait_for_url("**/letters/")
    keys.to("a[href='/letters/look-up/']").press("Enter")
    page.wait_for_url("**/look-up/")
    keys.fill("number", str(letter))
    keys.fill("code", "AAAAAAAA")
    keys.press("Enter")
    citizen.sees("编号和查询码不符")
    keys.to("[name=code]").press("Control+A")
    keys.type(code.lower())
    keys.press("Enter")
    page.wait_for_url(f"**/{letter.number}/")
    citizen.sees("已经收到", "往来记录")
    put(letter, "answered")
    page.reload()
    keys.to("a[href$='/rate/']").press("Enter")
    page.wait_for_url("**/rate/")
    keys.to("input[name=rating]").press("Space")
    keys.to("button[type=submit].btn-lg").press("Enter")
    page.wait_for_url(f"**/{letter.number}/")
    citizen.sees("已经办结")
    keys.to("a[href$='/reopen/']").press("Enter")
    page.wait_for_url("**/reopen/")
    citizen.looks()
    keys.fill("reason", "只修了一盏。")
    keys.to("button[type=submit].btn-lg").press("Enter")
    page.wait_for_url(f"**/{letter.number}/")
    citizen.sees("来信人表示没有解决")
    assert Letter.objects.get().state == "accepted"
