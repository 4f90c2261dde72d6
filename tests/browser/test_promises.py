"""A promise in a browser: reported in colours, kept, confirmed, rated again; then the replies are looked back at."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from suggestions.states import Grade
from suggestions.transitions.rate import rate
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import TEXT, Road

TITLE = TEXT["title"]
Take = Callable[..., Hand]


@pytest.fixture
def followed(town: Cast, register: Register) -> None:
    """Rated some weeks ago, with something promised for next season: the first report is nearly due."""
    road = Road(town, register, date.today() - timedelta(days=27))
    drafted = road.drafted(**{**road.promise(), "commitment_due": date.today() + timedelta(days=60)})
    paper = road.replied(road.signed(drafted))
    rate(paper, by=town.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.BASICALLY)


def test_a_promise_is_followed_until_it_is_kept(
    town: Cast, followed: None, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    lin, he, feng = hand_of(town.lin, PHONE), hand_of(town.he), hand_of(town.feng)
    the_unit_reports(feng)
    the_unit_keeps_it(feng, he)
    lin_rates_again(lin)
    the_office_looks_back(he)


def the_unit_reports(feng: Hand) -> None:
    feng.finds(TITLE, "待填报承诺进展").follows("填报承诺进展")
    feng.chooses("黄色").fills(text="方案已定，资金未到位。").presses("填报").sees("请写明困难和需要协调的事项")
    feng.fills(obstacle="请财政部门支持。").presses("填报").reads("已填报").sees(
        "方案已定，资金未到位。", "请财政部门支持。"
    )


def the_unit_keeps_it(feng: Hand, he: Hand) -> None:
    feng.follows("报告承诺兑现").fills(evidence="候车亭已建成。").presses("提交报告").reads("已报告，等待确认")
    he.finds(TITLE, "待确认的承诺兑现").follows("确认承诺兑现").chooses("确认已兑现").presses("提交确认").reads(
        "已确认"
    )
    he.opens_desk().follows("承诺台账").sees("年底前建成候车亭。", "已确认待代表再评价")


def lin_rates_again(lin: Hand) -> None:
    lin.finds(TITLE, "待再评价的承诺").follows("对兑现再次评价").sees("候车亭已建成。")
    for question in ("对办理态度的评价", "对办理结果的评价"):
        lin.main.get_by_role("group", name=question).get_by_label("满意", exact=True).check()
    lin.presses("提交评价").reads("评价已提交").sees("B→A", "已兑现", "绿色")


def the_office_looks_back(he: Hand) -> None:
    he.follows("承诺台账").follows("回头看").follows("发起回头看")
    year = (date.today() - timedelta(days=27)).year
    he.picks(year=f"{year}年", class_code="B类").fills(due_on=(date.today() + timedelta(days=20)).isoformat())
    he.presses("发起").reads("已发起").sees("共 1 件，现已完成 1 件，完成率 100.00%")
