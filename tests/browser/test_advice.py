"""Advice in a browser: experts asked with a deputy group; a draft at a contact point; what became of each opinion."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import advice_hand

TITLE, DRAFT, POINT = "物业管理条例执法检查要点", "物业管理条例（修订草案）", "青石村立法联系点"
Take = Callable[..., Hand]


def due() -> str:
    return (timezone.localdate() + timedelta(days=10)).isoformat()


def test_experts_are_asked_together_with_a_deputy_group(town: Cast, register: Register, hand_of: Take) -> None:
    fang, lin = hand_of(town.fang), hand_of(town.lin, PHONE)
    expert = advice_hand.engaged(town.he, at=timezone.now())
    fang.follows("专家咨询").follows("请教专家").chooses(expert.name).picks(group=str(register.group))
    fang.fills(title=TITLE, text="哪些条款应当重点检查？", due_on=due()).presses("提出").reads("已提出")
    lin.finds(TITLE, "征询中的专家咨询").follows("提出意见")
    lin.fills(text="应当入户走访。").presses("提交").reads("已提交")
    fang.finds(TITLE, "征询中的专家咨询").sees("应当入户走访。")
    of(fang, expert.name, "登记意见").fills(text="重点是第三十条。").presses("登记").reads("已登记")
    of(fang, expert.name, "登记采纳情况").chooses("采纳").presses("登记采纳情况").reads("已登记")
    of(fang, "林晓梅", "登记采纳情况").chooses("部分采纳").fills(reason="抽取三个小区走访。")
    fang.presses("登记采纳情况").reads("已登记").follows("办结").fills(result="两条意见已列入检查方案。")
    fang.presses("办结").reads("已办结")
    lin.follows("专家咨询").follows(TITLE).sees("两条意见已列入检查方案。", "抽取三个小区走访。", "重点是第三十条。")


def test_a_draft_at_a_contact_point(town: Cast, hand_of: Take) -> None:
    he, wei = hand_of(town.he), hand_of(town.wei)
    advice_hand.founded(town, POINT, at=timezone.now())
    he.follows("立法联系点").follows("草案征求意见").chooses(POINT)
    he.fills(title=DRAFT, source="市人大常委会法工委", text="重点征求第三章意见。", due_on=due())
    he.presses("发布").reads("已发布")
    wei.finds(DRAFT, "立法联系点征求意见中的草案").follows("登记意见")
    wei.fills(article="第三十条", text="应当公开维修资金使用情况。", from_whom="业主").presses("登记").reads("已登记")
    he.follows("立法联系点").follows(DRAFT).sees("应当公开维修资金使用情况。").follows("汇总报送")
    he.fills(report="收到意见一条。").presses("汇总报送").reads("已登记报送")
    of(he, "第三十条", "登记采纳情况").chooses("采纳").fills(reason="列为第三十一条。").presses("登记采纳情况")
    he.reads("已登记").follows("反馈采纳情况").fills(result="意见被采纳。").presses("反馈采纳情况").reads("已反馈")
    wei.follows("立法联系点").follows(DRAFT).sees("意见被采纳。", "列为第三十一条。")


def of(hand: Hand, whose: str, verb: str) -> Hand:
    """The link of this name in the row of an opinion."""
    hand.main.get_by_role("listitem").filter(has_text=whose).get_by_role("link", name=verb).first.click()
    return hand.looks()
