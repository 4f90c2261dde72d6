"""A secret ballot in a browser: planned, opened, voted on a phone as the network is lost, closed, counted again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Route

from deputies.models import Meeting
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import recount

Take = Callable[..., Hand]
TOPIC = "关于教育工作审议意见研究处理情况的满意度测评"
LINE = "研究处理情况"


@pytest.fixture
def meeting(town: Cast, register: Register) -> str:
    day = date.today()
    return str(
        Meeting.objects.create(
            term=register.lin.term, kind="standing_committee", number=33, opens_on=day, closes_on=day
        )
    )


def test_a_secret_ballot(town: Cast, meeting: str, hand_of: Take, expected_console: list[str], tmp_path: Path) -> None:
    expected_console += ["status of 422", "status of 502", "502 POST", "favicon.ico"]
    he, zhao, luo = hand_of(town.he), hand_of(town.zhao), hand_of(town.luo, PHONE)
    planned(he, meeting)
    he.follows("开始表决").presses("开始表决").sees("请填写这一项")
    he.fills(present_number="2").presses("开始表决").sees("会场清点2人，名册登记到会3人")
    he.fills(present_number="3").presses("开始表决").reads("已开始表决").sees("0/3")
    receipt = voted_with_the_network_lost(luo)
    zhao.finds(TOPIC, "请您表决").chooses("基本满意").presses("提交选票").sees("投票成功")
    he.sees("2/3")
    he.follows("结束表决").presses("结束表决").reads("已结束表决")
    zhao.follows("返回").follows("公布结果").chooses("向社会公开结果").presses("公布结果").reads("已公布")
    zhao.sees("满意和基本满意2票÷全体组成人员3人＝66.67%")
    luo.follows("返回").sees("回执列表（2个")
    luo.page.get_by_text("回执列表").click()
    luo.sees(receipt)
    counted_by_a_stranger(hand_of(), tmp_path)


def planned(he: Hand, meeting: str) -> None:
    he.follows("表决测评").follows("安排表决").presses("安排").sees("请选择")
    he.picks(meeting=meeting, rule_code="满意度测评（全体组成人员半数）")
    he.fills(topic=TOPIC, lines=LINE).chooses("无记名电子表决").presses("安排").reads("已安排").sees("应到", "3人")


def voted_with_the_network_lost(luo: Hand) -> str:
    """The vote arrives, its answer does not; the same paper sent again is counted once. Answers the receipt."""
    luo.finds(TOPIC, "请您表决").presses("提交选票").sees("这一项还没有选择")
    luo.chooses("满意")

    def lost(route: Route) -> None:
        route.fetch()
        route.fulfill(status=502, content_type="text/plain; charset=utf-8", body="网关没有响应")

    luo.page.route("**/vote/", lost, times=1)
    luo.page.get_by_role("button", name="提交选票").click()
    luo.page.get_by_text("网关没有响应").wait_for()
    # What one does with a page that did not come: the browser sends the same form again.
    luo.page.reload()
    luo.sees("您的票先前已经计入")
    return luo.page.locator(".receipt-code code").inner_text()


def counted_by_a_stranger(citizen: Hand, tmp_path: Path) -> None:
    citizen.page.goto(f"{citizen.address}/supervision/results/")
    citizen.looks().follows(TOPIC).sees("结果核验", LINE)
    with citizen.page.expect_download() as taken:
        citizen.main.get_by_role("link", name="下载结果文件").click()
    file = tmp_path / "result.json"
    taken.value.save_as(file)
    assert recount.main(str(file)) == 0
