"""The main road in a real browser: six people and a citizen click and type, from the draft to the public page."""

from collections.abc import Callable
from datetime import date, timedelta

from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.suggestions.road import TEXT

TITLE = TEXT["title"]
WORDS = {name: TEXT[name] for name in ("title", "facts", "grounds", "proposals")}
Take = Callable[..., Hand]


def test_a_suggestion_goes_its_whole_way(town: Cast, hand_of: Take) -> None:
    lin, he, feng = hand_of(town.lin, PHONE), hand_of(town.he), hand_of(town.feng)
    lin_writes_and_zhou_signs(lin, hand_of(town.zhou, PHONE))
    he_files_and_assigns(he)
    the_units_begin(feng, lin, hand_of(town.wu))
    the_reply_is_signed_and_checked(feng, hand_of(town.chen), hand_of(town.sun))
    zhou_is_asked_before_lin_rates(lin, hand_of(town.zhou, PHONE))
    he_publishes(he, hand_of())


def lin_writes_and_zhou_signs(lin: Hand, zhou: Hand) -> None:
    lin.follows("提出建议").fills(**WORDS).chooses("同意公开").presses("邀请联名")
    lin.page.get_by_label("查找代表").fill("zjg")
    soon = (date.today() + timedelta(days=7)).isoformat()
    lin.chooses("周建国").fills(until=soon).presses("发出邀请").reads("邀请已发出").sees("联名中")

    zhou.finds(TITLE, "联名邀请待答复").follows("答复联名邀请").sees(TEXT["facts"])
    zhou.chooses("我已阅读全文，同意联名").presses("提交").reads("已答复领衔代表")

    lin.finds(TITLE, "待完成的草稿").follows("提交").sees("周建国")
    lin.chooses("本件一事一议").presses("提交").reads("已提交，请等待审查").sees("待审查")


def he_files_and_assigns(he: Hand) -> None:
    he.finds(TITLE, "待审查").follows("立案编号").picks(category="城建环资").presses("立案").reads("编号闭会第1号")
    he.finds(TITLE, "待交办").follows("交办").picks(**{"units-0-unit": "示范区交通运输局", "units-0-role": "主办"})
    he.presses("添加单位").picks(**{"units-1-unit": "示范区教育局", "units-1-role": "会办"})
    he.presses("下一步：核对期限").sees("交办后的期限", "首次联系代表")
    he.presses("确认交办").reads("已交办，各承办单位已收到通知").sees("已交办待签收")


def the_units_begin(feng: Hand, lin: Hand, wu: Hand) -> None:
    for unit in (feng, wu):
        unit.finds(TITLE, "待签收").follows("签收").fills(contact_phone="0000-8888123").presses("签收").reads("已签收")

    feng.follows("登记联系代表").chooses("办理前").picks(method="现场调研", rank="分管负责人")
    feng.fills(place="人民路", unit_persons="冯磊", content="现场察看客流，商定站点位置。")
    feng.presses("登记").reads("已登记，代表将收到确认请求")

    lin.finds(TITLE, "待确认的联系记录")
    lin.follows(f"确认{date.today().month}月{date.today().day}日联系记录").sees("商定站点位置")
    lin.chooses("记录属实").presses("提交确认").reads("已确认")

    wu.follows("提出会办意见").fills(text="同意增设，周边学校出入口无影响。")
    wu.presses("提交会办意见").reads("会办意见已送主办单位")


def the_reply_is_signed_and_checked(feng: Hand, chen: Hand, sun: Hand) -> None:
    feng.finds(TITLE, "待答复").follows("起草答复").sees("同意增设，周边学校出入口无影响。")
    feng.chooses("A类").fills(**{"points-0-answer": "站点已于四月增设。", "body": "建议收悉，现答复如下。"})
    feng.presses("保存答复稿").reads("签发前还需补充：文号、联系电话、答复是否公开")
    feng.follows("起草答复").chooses("可以公开").fills(doc_number="示交函〔2026〕12号", contact_phone="0000-8888123")
    feng.presses("保存答复稿").reads("请本单位负责人签发")

    chen.finds(TITLE, "待签发的答复").follows("签发答复").sees("站点已于四月增设。")
    chen.presses("签发").reads("已签发并送审")
    sun.finds(TITLE, "待审核的答复").follows("审核答复").sees("站点已于四月增设。")
    sun.chooses("审核通过，送达代表").presses("提交审核意见").reads("审核意见已提交").sees("已答复待评价")


def zhou_is_asked_before_lin_rates(lin: Hand, zhou: Hand) -> None:
    lin.finds(TITLE, "待评价的答复").sees("站点已于四月增设。").follows("征求联名代表意见").sees("将请周建国")
    lin.presses("征求意见").reads("已征求联名代表意见")
    zhou.finds(TITLE, "待提意见的答复").follows("对答复提出意见").sees("站点已于四月增设。")
    for question in ("对办理态度的意见", "对办理结果的意见"):
        zhou.main.get_by_role("group", name=question).get_by_label("满意", exact=True).check()
    zhou.fills(words="居民反映很好。").presses("提交意见").reads("意见已告知领衔代表")

    lin.finds(TITLE, "待评价的答复").follows("评价答复").sees("居民反映很好。")
    for question, grade in (("对办理态度的评价", "满意"), ("对办理结果的评价", "基本满意")):
        lin.main.get_by_role("group", name=question).get_by_label(grade, exact=True).check()
    lin.presses("提交评价").reads("评价已提交").sees("办结", "已征求联名代表意见：1人意见不同。")


def he_publishes(he: Hand, citizen: Hand) -> None:
    he.opens_desk().follows("代表建议").follows(TITLE).follows("公开").fills(
        secrecy_note="经审查不涉密，可以公开。审查人：许静"
    )
    he.ticks_all("逐项核对后勾选").presses("公开").reads("已在公开网站发布")

    citizen.page.goto(citizen.address)
    citizen.looks().follows("代表建议").follows(TITLE).sees("站点已于四月增设。", "基本满意")
    assert "0000-8888123" not in citizen.page.content()
