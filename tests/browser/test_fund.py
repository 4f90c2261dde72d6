"""The handling fund in a browser: the pot, a project over and within it, work, acceptance, payments, the ledger."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.funds import sitting
from tests.suggestions.road import TEXT, Road

TITLE, SITTING = TEXT["title"], "区五届人大常委会第三十次会议"
TODAY = date.today().isoformat()
Take = Callable[..., Hand]


@pytest.fixture
def assigned(town: Cast, register: Register) -> None:
    """Assigned yesterday; the standing committee sat before."""
    road = Road(town, register, date.today() - timedelta(days=1))
    sitting(road)
    road.assigned()


def test_money_from_the_pot_to_the_last_payment(
    town: Cast, assigned: None, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own notes of forms that were refused with their sentence.
    expected_console.append("status of 422")
    he, wei = hand_of(town.he), hand_of(town.wei)
    he_gives_money(he)
    wei_builds(wei)
    he_accepts_and_pays(he)


def he_gives_money(he: Hand) -> None:
    he.follows("专项资金").follows("设立年度资金").fills(amount="3,000,000", decision="关于安排专项资金的决定")
    he.picks(meeting=SITTING).presses("设立").reads("已设立").sees("3,000,000.00元")
    he.opens_desk().follows("代表建议").follows(TITLE).follows("安排专项资金项目")
    he.picks(fund=f"{date.today().year}年建议办理专项资金", carrier="示范区青石镇人大主席团", meeting=SITTING)
    he.fills(name="候车亭", place="人民路", amount="3000000.01").presses("安排").sees("余额3,000,000.00元")
    he.fills(amount="800000").presses("安排").reads("已安排").sees("候车亭")


def wei_builds(wei: Hand) -> None:
    wei.finds("候车亭", "专项资金项目").follows("开工").presses("开工").reads("已登记开工")
    wei.follows("填报进度").fills(text="基础已完成。").presses("填报").reads("已填报").sees("基础已完成。")
    wei.follows("报告完工").presses("报告完工").reads("等待评估验收")


def he_accepts_and_pays(he: Hand) -> None:
    he.finds("候车亭", "待验收的专项资金项目").follows("评估验收").chooses("验收合格")
    he.fills(participants="代表五人", result="符合要求。").presses("提交验收意见").reads("验收意见已登记")
    he.follows("登记拨付").fills(amount="500000", voucher="2026-1").presses("登记").reads("已登记拨付")
    he.follows("登记拨付").fills(amount="300000.01", voucher="2026-2").presses("登记").sees("最多可拨300,000.00元")
    he.follows("专项资金").follows(f"{date.today().year}年建议办理专项资金").sees("500,000.00元", "未安排余额")
