"""A matter in a browser: to the circle that knows the field, answered on a phone, and on to a draft suggestion."""

from collections.abc import Callable
from datetime import date, timedelta

from deputies.models import Circle, CircleMember
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register

Take = Callable[..., Hand]
WANTED = (date.today() + timedelta(days=10)).isoformat()


def test_a_matter_becomes_a_draft(town: Cast, register: Register, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of the form that was refused with its sentence.
    expected_console.append("status of 422")
    circle = Circle.objects.create(term=register.term, name="教科文卫小组", field="教育、卫生、文化")
    CircleMember.objects.create(circle=circle, deputy=register.zhou.deputy, from_date=date.today())

    lin = hand_of(town.lin)
    lin.follows("专业代表小组").follows("教科文卫小组").follows("提出咨询")
    lin.fills(title="村卫生室怎样达标", text="请致电13900001234了解。", wanted_on=WANTED).presses("提出")
    lin.sees("请不要写入电话").fills(text="三个村的卫生室设备陈旧。").presses("提出").reads("已提出")
    lin.sees("还没有答复，请等小组代表答复后再起草")

    zhou = hand_of(town.zhou, PHONE)
    zhou.finds("村卫生室怎样达标", "待答复的专业咨询").follows("答复")
    zhou.fills(text="可以按标准化门诊建设。").presses("提交答复").reads("已答复").sees("可以按标准化门诊建设。")

    lin.finds("村卫生室怎样达标", "我的咨询已有答复").follows("据此起草建议").presses("起草建议").reads("已起草")
    assert lin.main.locator("[name='grounds']").input_value() == "可以按标准化门诊建设。"
    lin.opens_desk().follows("我的建议").follows("村卫生室怎样达标").follows("查看咨询和答复")
    lin.sees("可以按标准化门诊建设。").follows("办结").fills(conclusion="采纳，写成建议。").presses("办结").reads(
        "已办结"
    )
