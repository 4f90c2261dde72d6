"""By clicking: two steps to a unit and the short way to a court, a deputy's objection, a late motion, a withdrawal."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from suggestions.models import Switch
from suggestions.states import Kind
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import TEXT, Road

TITLE = TEXT["title"]
Take = Callable[..., Hand]


@pytest.fixture
def road(town: Cast, register: Register) -> Road:
    """What happened so far happened yesterday."""
    return Road(town, register, date.today() - timedelta(days=1))


def test_through_the_government_office_and_directly_to_the_court(town: Cast, road: Road, hand_of: Take) -> None:
    Switch.objects.filter(key="two_steps").update(enabled=True)
    road.registered()
    road.registered(road.submitted(title="关于加快涉企案件审理的建议"))
    he, sun = hand_of(town.he), hand_of(town.sun)

    he.finds(TITLE, "待交办").follows("转政府办公室分办").fills(advice="建议交通部门主办")
    he.presses("转交").reads("已转政府办公室")
    sun.finds(TITLE, "待分办").follows("分办").sees("建议交通部门主办")
    sun.picks(**{"units-0-unit": "示范区交通运输局", "units-0-role": "主办"}).presses("分办到承办单位").reads("已分办")
    hand_of(town.feng).finds(TITLE, "待签收").sees("示范区交通运输局")

    he.finds("关于加快涉企案件审理的建议", "待交办").follows("交办")
    he.picks(**{"units-0-unit": "示范区人民法院"}).presses("下一步：核对期限").presses("确认交办").reads("已交办")
    hand_of(town.chu).finds("关于加快涉企案件审理的建议", "待签收")


def test_a_deputy_objects_to_the_choice_of_the_unit(town: Cast, road: Road, hand_of: Take) -> None:
    road.assigned()
    lin, he = hand_of(town.lin, PHONE), hand_of(town.he)

    lin.finds(TITLE, "正在办理的我的建议").follows("对交办提出异议").chooses("示范区交通运输局")
    lin.picks(proposed_unit="示范区教育局").fills(reason="站点在校门口。").presses("提出异议").reads("异议已提交")
    he.finds(TITLE, "调整申请和代表异议").follows("处理代表异议").sees("站点在校门口。")
    he.chooses("同意调整，改由其他单位承办").fills(note="同意代表意见。").presses("作出决定").reads("已作出决定")
    hand_of(town.wu).finds(TITLE, "待签收")
    lin.finds(TITLE, "正在办理的我的建议").sees("示范区教育局")


def test_a_late_motion_goes_on_as_a_suggestion(
    town: Cast, register: Register, road: Road, hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own note of the first, refused attempt.
    expected_console.append("status of 4")
    session, now = register.session, timezone.now()
    session.opens_on, session.closes_on = date.today() - timedelta(days=2), date.today() + timedelta(days=2)
    session.motion_cutoff_at = now - timedelta(hours=1)
    session.save()
    road.cosigned_by(road.draft(kind=Kind.MOTION), 9)
    lin = hand_of(town.lin, PHONE)

    lin.finds(TITLE, "待完成的草稿").follows("提交").chooses("本件一事一议").presses("提交")
    lin.sees("已过主席团确定的议案截止时间").chooses("如已过议案截止时间，同意作为建议提出")
    lin.presses("提交").reads("已提交").sees("议案转建议")
    he = hand_of(town.he).finds(TITLE, "待审查").sees("议案第1号").follows("立案编号")
    he.picks(category="城建环资").presses("立案").reads("编号第001号").sees("议案第1号")


def test_one_co_signer_would_not_withdraw(town: Cast, road: Road, hand_of: Take) -> None:
    road.submitted(road.cosigned_by(road.draft(), 2))
    lin, zhou, deng = (hand_of(who, PHONE) for who in (town.lin, town.zhou, town.deng))

    lin.follows("我的建议").follows(TITLE).follows("征求联名代表同意撤回").fills(reason="问题已经解决。")
    lin.presses("征求意见").reads("已征求联名代表意见")
    for hand, word in ((zhou, "同意撤回"), (deng, "不同意撤回，建议继续办理")):
        hand.follows("我的建议").follows(TITLE).follows("答复撤回意见").sees("问题已经解决。").chooses(word)
        hand.fills(words="路口还没有站点。" if hand is deng else "").presses("提交").reads("已答复领衔代表")

    lin.follows("我的建议").follows(TITLE).sees("邓玉兰不同意撤回。路口还没有站点。", "待审查")
