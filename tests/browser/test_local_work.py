"""A township presidium in a browser: its members, its year, a meeting missed and held, a task from the district."""

import io
from collections.abc import Callable
from datetime import timedelta

import docx
import pytest
from django.utils import timezone

from supervision.models import HandedTask
from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import local_hand

HOUSE, TITLE, ITEM = "青石镇人大", "开展农村饮水安全专项视察", "视察农村道路"
OWED, JUDGED = "本单位承办的交办事项", "待审核的交办事项报告"
Take = Callable[..., Hand]


@pytest.fixture
def house(town: Cast, register: Register) -> Cast:
    """Opened half a year ago, two members seated, no meeting since."""
    at = timezone.localtime() - timedelta(days=190)
    presidium, _ = local_hand.opened(town, at)
    for name in local_hand.NAMES[:2]:
        local_hand.member(presidium, name, town.wei, at=at)
    return town


def day(days: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_the_year_of_a_presidium(house: Cast, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of the member who was refused with a sentence.
    expected_console.append("status of 422")
    he, wei = hand_of(house.he), hand_of(house.wei)
    the_office_sees(he, "已逾期")
    wei_seats_a_member(wei)
    wei_plans_the_year(wei)
    wei_holds_a_meeting(wei)
    the_office_sees(he, "还有")
    the_year_is_told(he, wei)


def test_a_task_from_the_district(house: Cast, hand_of: Take) -> None:
    he, wei = hand_of(house.he), hand_of(house.wei)
    he.follows("上级交办事项").follows("登记交办事项").chooses("本级人大常委会交办", HOUSE)
    he.fills(issued_by="区人大常委会代工委", number="示人常代〔2026〕7号", title=TITLE, contents="察看水厂和入户情况。")
    he.fills(handed_on=day(), due_on=day(60)).presses("交办").reads("已交办")
    wei.finds(TITLE, OWED).follows("签收").fills(responsible="卫红").presses("签收").reads("已签收")
    wei.follows("报告办理结果").fills(result="视察一次。").presses("报告办理结果").reads("已报告")
    he.finds(TITLE, JUDGED).sees("视察一次。").follows("退回补办").fills(reason="没有写明整改情况。", due_on=day(70))
    he.presses("退回补办").reads("已退回")
    wei.finds(TITLE, OWED).sees("没有写明整改情况。").follows("报告办理结果")
    wei.fills(result="视察两次，水厂已换滤料。").presses("报告办理结果").reads("已报告")
    he.finds(TITLE, JUDGED).follows("办结").fills(comment="同意。").presses("办结").reads("已办结")
    wei.follows("乡镇街道人大").follows(HOUSE).follows(TITLE).sees("水厂已换滤料。", "同意。")
    assert HandedTask.objects.get().state == "closed"


def the_office_sees(he: Hand, light: str) -> None:
    he.opens_desk().follows("乡镇街道人大")
    row = he.main.get_by_role("row").filter(has=he.page.get_by_role("link", name=HOUSE))
    assert light in row.inner_text(), row.inner_text()


def wei_seats_a_member(wei: Hand) -> None:
    wei.follows("乡镇街道人大").follows(HOUSE).follows("增加成员").chooses("委员、主席团成员")
    wei.fills(name="丙秀", employer="青石镇人民政府", government_post="副镇长", chosen_by="镇人大会议选举")
    wei.presses("增加").sees("不得担任国家行政机关职务")
    assert wei.main.locator("[name='government_post']").input_value() == "副镇长"
    wei.fills(employer="青石中心学校教师", government_post="").presses("增加").reads("已增加").sees("成员（3名）")


def wei_plans_the_year(wei: Hand) -> None:
    wei.follows("拟订年度计划").fills(aims="围绕中心工作依法履职。").presses("拟订").reads("已拟订")
    wei.follows("增加事项").chooses("监督").fills(title=ITEM, responsible="甲成", due_on=f"{day()[:4]}-12-31")
    wei.presses("增加").reads("已增加").follows("报送计划").fills(adopted_by="第一次主席团会议")
    wei.presses("报送计划").reads("已报送")


def wei_holds_a_meeting(wei: Hand) -> None:
    wei.follows("乡镇街道人大").follows(HOUSE).follows("安排会议")
    wei.fills(starts_at=f"{day()}T09:00", place="镇政府三楼", topics="听取工作报告").presses("安排").reads("已安排")
    wei.opens_desk().follows("乡镇街道人大").follows(HOUSE).follows(f"{timezone.localdate().year}年第1次会议")
    wei.follows("登记召开").chooses("甲成", "丙秀").fills(minutes="听取报告并讨论。", decisions="报告修改后印发。")
    wei.presses("登记").reads("已登记").sees("报告修改后印发。", "乙华")


def the_year_is_told(he: Hand, wei: Hand) -> None:
    year = timezone.localdate().year
    wei.follows("乡镇街道人大").follows(HOUSE).follows(f"{year}年度")
    wei.main.get_by_role("link", name="登记完成").click()
    wei.fills(result="察看八条道路，修补两处。").presses("登记完成").reads("已登记")
    wei.follows("报送年终报告").fills(effect="农村道路全部通车。").presses("报送年终报告").reads("已报送")
    he.opens_desk().follows(f"{HOUSE}{year}年终报告").sees("察看八条道路，修补两处。")
    with he.page.expect_download() as arriving:
        he.main.locator("a[href*='/files/']").first.click()
    told = docx.Document(io.BytesIO(arriving.value.path().read_bytes()))
    lines = [paragraph.text for paragraph in told.paragraphs]
    assert "农村道路全部通车。" in lines, lines
    he.follows("归档").fills(comment="内容翔实。").presses("归档").reads("已归档")
