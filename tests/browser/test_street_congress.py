"""Deliberation in a browser: a street's congress from its quotas to a published answer, and a table at a station."""

import re
from collections.abc import Callable

from django.utils import timezone

from liaison_stations.models import StreetCongress, StreetMember
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.liaison_stations import street_hand, table_hand
from tests.liaison_stations.net import lay

Take = Callable[..., Hand]
CALL, SECRET = "0564-7654321", "13800001234"
PERSON = {"birth_year": "1980", "here_since": "2015", "post": "东街社区", "recommended_by": "居民会议推荐"}


def minute() -> str:
    return f"{timezone.localtime():%Y-%m-%dT%H:%M}"


def test_from_the_quotas_to_what_a_stranger_reads(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    jiang = hand_of(street_hand.clerk_of_street(town))
    it_is_founded(jiang)
    it_meets(jiang)
    it_votes(jiang)
    an_opinion_is_answered(jiang, town, hand_of)
    he = hand_of(town.he)
    the_second_checks(he)
    it_is_published(he)
    a_stranger_reads(hand_of(None, PHONE))


def it_is_founded(jiang: Hand) -> None:
    """Seats that do not add up and one too many for a group are refused; the second seat stays empty."""
    year = timezone.localdate().year
    jiang.follows("议政代表会").follows("登记议政代表会").picks(area="城关街道")
    jiang.fills(number="1", size="2", starts_on=f"{year}-01-01", ends_on=f"{year + 4}-12-31")
    jiang.fills(approved_by="常委会第三十次会议", quotas="居民代表 1").presses("登记").sees("不一致")
    jiang.fills(quotas="居民代表 1\n企业代表 1").presses("登记").reads("已登记")
    jiang.follows("增加议政代表")
    for name in ("甲成", "乙华"):
        jiang.main.locator("select[name='quota']").select_option(index=1)
        jiang.chooses("女").fills(name=name, phone=SECRET, **PERSON).presses("增加")
        jiang.sees("名额1名已满") if name == "乙华" else jiang.reads("已增加")
    assert StreetMember.objects.count() == 1


def it_meets(jiang: Hand) -> None:
    congress = StreetCongress.objects.get()
    jiang.follows("议政代表会").follows(str(congress)).sees("空缺").follows("安排会议")
    jiang.fills(starts_at=minute(), place="街道礼堂", reports="街道办事处工作报告").presses("安排").reads("已安排")
    jiang.follows("增加议题").chooses("推荐民生实事项目").fills(title="加装扶手", text=f"详询{CALL}。")
    jiang.presses("增加").reads("已增加").follows("登记召开")
    for box in jiang.main.get_by_role("checkbox").all():
        box.check()
    jiang.fills(minutes="内部讨论。").presses("登记").reads("已登记召开")


def it_votes(jiang: Hand) -> None:
    jiang.main.get_by_role("link", name=re.compile("录入表决结果.*加装扶手")).click()
    jiang.looks().chooses("举手表决").fills(votes_0="1", votes_1="0", votes_2="0")
    jiang.page.locator("main form.step-form button[type=submit]").click()
    jiang.sees("等待另一名工作人员核对")


def the_second_checks(he: Hand) -> None:
    meeting = StreetCongress.objects.get().meetings.get()
    he.follows("议政代表会").follows(str(meeting.congress)).follows("第1次会议")
    he.main.get_by_role("link", name=re.compile("核对表决结果.*加装扶手")).click()
    he.looks().chooses("核对一致")
    he.page.locator("main form.step-form button[type=submit]").click()
    he.sees("赞成1", "通过")


def an_opinion_is_answered(jiang: Hand, town: Cast, hand_of: Take) -> None:
    congress = StreetCongress.objects.get()
    jiang.follows("议政代表会").follows(str(congress)).follows("登记意见")
    jiang.main.locator("select[name='member']").select_option(index=1)
    jiang.fills(title="路口拥堵", text=f"请联系{SECRET}。").presses("登记").reads("已登记")
    jiang.follows("交办").picks(body="示范区交通运输局").presses("交办").reads("已交办")
    feng = hand_of(town.feng, PHONE)
    feng.finds("路口拥堵", "待答复的议事意见").follows("答复").fills(answer="下月安装信号灯。").presses("提交答复")
    feng.reads("已答复")
    jiang.page.reload()
    jiang.follows("反馈提出人").fills(outcome="下月安装，提出人满意。").presses("反馈提出人").reads("已反馈")


def it_is_published(he: Hand) -> None:
    """From the congress down: nothing of it is public before its own step."""
    congress = StreetCongress.objects.get()
    he.follows("议政代表会").follows(str(congress)).follows("公开").chooses("已经核对").presses("公开").reads("已公开")
    he.follows("第1次会议").follows("公开").chooses("已经核对").presses("公开").reads("已公开")
    he.follows("议事意见").follows("路口拥堵").follows("公开").fills(answer="已经安装。").chooses("已经核对")
    he.presses("公开").sees("只能遮盖文字").fills(answer="下月安装信号灯。").presses("公开").reads("已公开")


def a_stranger_reads(citizen: Hand) -> None:
    citizen.page.goto(f"{citizen.address}/stations/")
    citizen.follows("街道议政代表会").follows(str(StreetCongress.objects.get()))
    citizen.sees("居民代表（1名）", "加装扶手", "赞成1", "路口拥堵", "下月安装信号灯。", "138****1234")
    read = citizen.main.inner_text()
    assert not [word for word in (SECRET, CALL, "内部讨论。", "1980") if word in read]
    citizen.follows("全部意见").sees("居民代表方面的议政代表提出")


def test_a_table_at_a_station_until_a_stranger_reads_it(town: Cast, register: Register, hand_of: Take) -> None:
    net = lay(town, register)
    table_hand.held(table_hand.planned(town, register, net, topic="停车难怎么办"), town.jiang)
    jiang = hand_of(town.jiang)
    jiang.follows("专题议事").follows("停车难怎么办").follows("登记意见").picks(seat="东街居民李某").fills(
        title="增设车位", text="利用闲置地块。"
    ).presses("登记")
    jiang.follows("直接反馈").fills(outcome="社区已协调。").presses("直接反馈").reads("已反馈")
    jiang.follows("专题议事").follows("停车难怎么办").follows("办结").fills(result="车位已启用。").presses("办结")
    he = hand_of(town.he)
    he.follows("专题议事").follows("停车难怎么办").follows("公开").chooses("已经核对").presses("公开").reads("已公开")
    he.follows("增设车位").follows("公开").chooses("已经核对").presses("公开").reads("已公开")
    citizen = hand_of(None, PHONE)
    citizen.page.goto(f"{citizen.address}{net.qingshi.public_url}")
    citizen.follows("停车难怎么办").sees("车位已启用。", "社区已协调。", "林晓梅")
    assert not [word for word in ("李某", "各方讨论。") if word in citizen.main.inner_text()]
