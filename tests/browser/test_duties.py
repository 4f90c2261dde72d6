"""A performance file in a browser: reported on a phone, sent back, confirmed, its points opened down to their rule."""

from collections.abc import Callable
from datetime import date

from tests.browser.hand import PHONE, Hand
from tests.cast import Cast

VISIT = "走访青石村三户选民"
Take = Callable[..., Hand]


def test_a_duty_is_reported_confirmed_and_counted(town: Cast, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    lin, he = hand_of(town.lin, PHONE), hand_of(town.he)
    lin_reports(lin)
    the_office_confirms(he)
    lin_opens_her_points(lin)


def lin_reports(lin: Hand) -> None:
    lin.page.goto(f"{lin.address}/deputies/file/")
    lin.sees("履职要求完成情况").follows("自报履职记录")
    lin.picks(kind="走访选民（按次计）").fills(title=VISIT, on=date.today().isoformat(), quantity="1.5")
    lin.presses("提交").sees("“走访选民”按次计，请填写1的整数倍。")
    lin.fills(quantity="3").presses("提交").reads("已提交").sees("待核实", "代表自报")


def the_office_confirms(he: Hand) -> None:
    he.finds(VISIT, "待核实的自报履职").follows("核实记入").sees("林晓梅自报")
    he.presses("确认记入").reads("已记入履职档案").sees("+3.00分", "规则：每次1分，全年最多得10分")
    he.follows("积分排名").sees("63.00")


def lin_opens_her_points(lin: Hand) -> None:
    lin.page.goto(f"{lin.address}/deputies/file/")
    lin.sees("63.00").follows(VISIT).follows("查看全年积分构成").sees("积分构成", "每次1分")
    lin.follows("查看积分办法").sees("积分规则", "不是本级规定")
