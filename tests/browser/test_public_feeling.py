"""Public feeling in a browser, the deputy at a telephone: from the report to what became of it."""

from collections.abc import Callable

from tests.browser.hand import PHONE, Hand
from tests.cast import Cast

TITLE = "青石桥路灯不亮"
Take = Callable[..., Hand]


def test_public_feeling_from_report_to_answer(town: Cast, hand_of: Take, expected_console: list[str]) -> None:
    # The browser's own note of a form that was refused with its sentence.
    expected_console.append("status of 422")
    lin, he, feng = hand_of(town.lin, PHONE), hand_of(town.he), hand_of(town.feng)
    lin.opens_desk().page.goto(f"{lin.address}/deputies/feelings/")
    lin.follows("反映社情民意").fills(title=TITLE).presses("提交").sees("请填写这一项。")
    lin.fills(text="夜间三盏路灯不亮，建议检修。", place="青石桥").presses("提交").reads("已提交").sees("待接收")
    he.finds(TITLE, "待办理的社情民意").presses("接收").reads("已接收").follows("转有关单位")
    he.picks(body=str(town.transport)).fills(note_text="请到现场核实。").presses("转有关单位").reads("已转办")
    feng.finds(TITLE, "待答复的社情民意").follows("答复").fills(answer="三盏路灯已经修好。").presses("提交答复")
    feng.reads("已答复")
    he.finds(TITLE, "待办理的社情民意").follows("反馈代表").chooses("采纳").presses("反馈代表").reads("已反馈")
    lin.page.goto(f"{lin.address}/deputies/feelings/")
    lin.follows(TITLE).sees("办理结果：采纳", "三盏路灯已经修好")
    assert lin.page.viewport_size == PHONE
