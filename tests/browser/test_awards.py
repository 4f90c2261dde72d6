"""Excellent suggestions and advanced units in a browser: marked, scored by the table, decided, published."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from deputies.models import Meeting
from suggestions.models import AppraisalScheme
from suggestions.states import CheckPoint, Grade
from suggestions.transitions.appraise import mark
from suggestions.transitions.publish import publish
from suggestions.transitions.rate import rate
from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import TEXT, Road

TITLE, OTHER = TEXT["title"], "关于修缮青年路人行道的建议"
COUNCIL = "区五届人大常委会主任会议第四十次会议"
YEAR, TODAY = date.today().year, date.today().isoformat()
Take = Callable[..., Hand]


@pytest.fixture
def rated(town: Cast, register: Register) -> None:
    """A public and a closed suggestion of today; one of two may be chosen, and so may the unit that answered both."""
    road = Road(town, register, date.today())
    for title in (TITLE, OTHER):
        paper = road.on(road.draft(title=title), "replied")
        rate(paper, by=town.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.SATISFIED)
        if title == OTHER:
            mark(paper, by=town.xu, at=road.at(), dimension="quality", score=Decimal(60), basis="评审组意见")
        else:
            publish(paper, by=town.he, at=road.at(), secrecy_note="可以公开。", checked=CheckPoint.values)
    Meeting.objects.create(term=register.lin.term, kind="council", number=40)
    AppraisalScheme.objects.update(least_cases=1, most_share=50)
    AppraisalScheme.objects.filter(kind="unit").update(most_share=100)


def test_the_best_of_the_year_from_the_marks_to_the_citizen(
    town: Cast, rated: None, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    he, citizen = hand_of(town.he), hand_of()
    he_marks_the_quality(he)
    suggestions_are_scored_and_one_is_chosen(he)
    units_are_scored_from_their_rows(he)
    the_lists_are_public_once_the_office_says_so(he, citizen)


def he_marks_the_quality(he: Hand) -> None:
    he.follows("代表建议").follows(TITLE).follows("质量和公众评分").chooses("建议质量")
    he.fills(score="95", basis="评审组意见").presses("评分").reads("已评分")


def suggestions_are_scored_and_one_is_chosen(he: Hand) -> None:
    """Each figure opens into its rows; nobody chosen, and too many, are refused; the meeting is named."""
    he.opens_desk().follows("年度评选").follows("开展年度评选").chooses("优秀建议").presses("计分").reads("已计分")
    first = he.main.get_by_role("row").filter(has_text=TITLE)
    first.get_by_role("link", name="查看明细").first.click()
    he.sees(TITLE).page.go_back()
    he.follows("登记决定").picks(meeting=COUNCIL).fills(decided_on=TODAY).presses("登记").sees("请选择评选结果。")
    he.chooses("第1名", "第2名").presses("登记").sees("最多评选1个")
    he.main.get_by_label("第2名").uncheck()
    he.presses("登记").reads("已登记").sees("得分已固定", COUNCIL)


def units_are_scored_from_their_rows(he: Hand) -> None:
    he.opens_desk().follows("年度评选").follows("开展年度评选").chooses("先进承办单位").presses("计分").reads("已计分")
    he.main.get_by_role("link", name="示范区交通运输局，按期答复率（%）：100.00，查看明细").click()
    he.sees(TITLE, OTHER).page.go_back()
    he.follows("登记决定").chooses("第1名 示范区交通运输局").picks(meeting=COUNCIL).fills(decided_on=TODAY)
    he.presses("登记").reads("已登记")


def the_lists_are_public_once_the_office_says_so(he: Hand, citizen: Hand) -> None:
    address = f"{citizen.address}/suggestions/awards/"
    citizen.page.goto(address)
    citizen.sees("还没有公布的评选结果。")
    for title in (f"{YEAR}年优秀建议评选", f"{YEAR}年先进承办单位评选"):
        he.opens_desk().follows("年度评选").follows(title).follows("公布名单").presses("公布").reads("已公布")
    citizen.page.goto(address)
    citizen.sees(f"{YEAR}年先进承办单位", "示范区交通运输局", COUNCIL).main.get_by_role("link", name=TITLE).click()
    citizen.sees("办理结果")
