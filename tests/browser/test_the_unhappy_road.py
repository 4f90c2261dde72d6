"""The contested road in a real browser: sent back, objected, re-assigned, extended, dissatisfied, handled anew."""

from collections.abc import Callable
from datetime import date, timedelta

from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.suggestions.road import TEXT

TITLE = TEXT["title"]
WORDS = {"title": TITLE, "facts": TEXT["facts"], "proposals": "增设站点。"}
Take = Callable[..., Hand]


def test_a_contested_suggestion_finds_its_end(town: Cast, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own notes of a form that was refused with its sentence.
    expected_console.append("status of 422")
    lin, he, sun = hand_of(town.lin, PHONE), hand_of(town.he), hand_of(town.sun)
    lin_is_sent_back_and_mends(lin, he)
    the_wrong_unit_objects(he, hand_of(town.wu), sun)
    the_right_unit_asks_for_time(feng := hand_of(town.feng), he)
    the_reply_is_returned_once(feng, chen := hand_of(town.chen), sun)
    lin_is_dissatisfied(lin)
    the_unit_answers_again(feng, chen, sun)
    lin_is_content(lin)


def lin_is_sent_back_and_mends(lin: Hand, he: Hand) -> None:
    lin.follows("提出建议").fills(**WORDS).chooses("不同意公开").presses("预览并提交")
    lin.presses("提交").sees("请确认后再提交。")
    lin.chooses("本件一事一议").presses("提交").reads("已提交，请等待审查")

    he.finds(TITLE, "待审查").follows("退回修改").presses("退回代表修改").sees("请填写这一项。")
    he.fills(reason="请写明站点的具体位置。").presses("退回代表修改").reads("已退回代表修改")

    lin.finds(TITLE, "待完成的草稿").sees("请写明站点的具体位置。").follows("继续填写")
    lin.fills(proposals=TEXT["proposals"]).presses("预览并提交").sees("人民路与青年路交叉口")
    lin.chooses("本件一事一议").presses("提交").reads("已提交，请等待审查")


def the_wrong_unit_objects(he: Hand, wu: Hand, sun: Hand) -> None:
    he.finds(TITLE, "待审查").follows("立案编号").picks(category="城建环资").presses("立案")
    he.follows("交办").picks(**{"units-0-unit": "示范区教育局"}).presses("下一步：核对期限").presses("确认交办")

    wu.finds(TITLE, "待签收").follows("申请调整").picks(proposed_unit="示范区交通运输局")
    wu.fills(legal_basis="“三定”规定第三条", reason="站点设置不属于教育部门职责。")
    wu.presses("提出申请").reads("申请已提交，请等待决定")

    sun.finds(TITLE, "调整申请和代表异议").follows("决定调整申请").sees("站点设置不属于教育部门职责。")
    sun.chooses("同意调整，改由其他单位承办").fills(note="经核实，同意调整。").presses("作出决定").reads("已作出决定")


def the_right_unit_asks_for_time(feng: Hand, he: Hand) -> None:
    feng.finds(TITLE, "待签收").follows("签收").fills(contact_phone="0000-8888123").presses("签收").reads("已签收")
    late, later = (date.today() + timedelta(days=days) for days in (400, 150))
    feng.follows("申请延期").fills(until=late.isoformat(), reason="管线迁改需要协调。")
    feng.presses("提出申请").sees("最长不超过6个月")
    feng.fills(until=later.isoformat()).presses("提出申请").reads("延期申请已提交")

    he.finds(TITLE, "延期申请").follows("决定延期申请").chooses("同意延期").presses("作出决定").reads("已作出决定")
    he.sees("延期")


def the_reply_is_returned_once(feng: Hand, chen: Hand, sun: Hand) -> None:
    talks(feng)
    writes(feng, "正在研究。", doc_number="示交函〔2026〕12号", contact_phone="0000-8888123")
    signs(chen)
    sun.finds(TITLE, "待审核的答复").follows("审核答复").chooses("退回承办单位修改").presses("提交审核意见")
    sun.sees("退回答复的，请写明理由。").fills(reason="没有写明办理结果。").presses("提交审核意见")

    feng.finds(TITLE, "退回修改的答复").sees("没有写明办理结果。")
    writes(feng, "站点将于八月增设。")
    signs(chen)
    delivers(sun)


def lin_is_dissatisfied(lin: Hand) -> None:
    grades(lin, "满意", "不满意").presses("提交评价").sees("评价为不满意的，请写明原因。")
    lin.fills(reason="站点至今没有增设。").presses("提交评价").reads("评价已提交").sees("重新办理", "第2轮办理")


def the_unit_answers_again(feng: Hand, chen: Hand, sun: Hand) -> None:
    feng.finds(TITLE, "待答复").sees("站点至今没有增设。")
    talks(feng)
    writes(feng, "站点已建成启用。", doc_number="示交函〔2026〕58号", contact_phone="0000-8888123")
    signs(chen)
    delivers(sun)


def lin_is_content(lin: Hand) -> None:
    grades(lin, "满意", "满意").presses("提交评价").reads("评价已提交").sees("办结")
    lin.sees("站点将于八月增设。", "站点已建成启用。", "站点至今没有增设。")


def talks(feng: Hand) -> None:
    feng.follows("登记联系代表").chooses("办理中").picks(method="电话", rank="主要负责人")
    feng.fills(unit_persons="冯磊、陈刚", content="通报进展。").presses("登记").reads("已登记")


def writes(feng: Hand, answer: str, **more: str) -> None:
    feng.follows("起草答复").chooses("A类", "可以公开").fills(
        **{"points-0-answer": answer, "body": "现答复如下。"}, **more
    )
    feng.presses("保存答复稿").reads("请本单位负责人签发")


def signs(chen: Hand) -> None:
    chen.finds(TITLE, "待签发的答复").follows("签发答复").presses("签发").reads("已签发并送审")


def delivers(sun: Hand) -> None:
    sun.finds(TITLE, "待审核的答复").follows("审核答复").chooses("审核通过，送达代表").presses("提交审核意见")
    sun.reads("审核意见已提交").sees("已答复待评价")


def grades(lin: Hand, attitude: str, result: str) -> Hand:
    lin.finds(TITLE, "待评价的答复").follows("评价答复")
    for question, grade in (("对办理态度的评价", attitude), ("对办理结果的评价", result)):
        lin.main.get_by_role("group", name=question).get_by_label(grade, exact=True).check()
    return lin
