"""The issue ledger in a browser: found, mended with evidence, struck off when people are content, come back."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.supervision import ledger_hand

TODAY = date.today()
LATER = (TODAY + timedelta(days=60)).isoformat()
TITLE = "公交站台无障碍坡道缺失"
Take = Callable[..., Hand]


def test_from_finding_it_until_it_comes_back(
    town: Cast, hand_of: Take, tmp_path: Path, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    fang, feng, lin = hand_of(town.fang), hand_of(town.feng, PHONE), hand_of(town.lin, PHONE)
    fang.follows("问题清单").follows("登记问题").fills(
        title=TITLE, source_words="无障碍环境建设法执法检查", due_on=LATER
    )
    fang.picks(unit="示范区交通运输局").chooses("销号前须征求有关代表、群众的意见")
    fang.presses("列入清单").reads("已列入问题清单")
    feng_mends(feng, tmp_path)
    those_concerned_are_asked(fang, lin)
    fang.follows("核实销号").fills(outcome="现场核实，十二处站台均有坡道。").presses("核实销号").reads("已销号")
    the_figures_say(fang, "1÷1＝100.00%")
    fang.follows("问题清单").follows(TITLE).follows("重新列入整改")
    fang.fills(reason="三处坡道被占用。", due_on=LATER).presses("重新列入整改").reads("已重新列入整改")
    feng.finds(TITLE, "待整改的问题").sees("三处坡道被占用。")
    the_figures_say(fang, "0÷1＝0.00%")


def feng_mends(feng: Hand, folder: Path) -> None:
    feng.finds(TITLE, "待整改的问题").follows("填报整改措施")
    feng.fills(person="副局长陈刚", measure="改造十二处站台。").presses("提交").reads("已填报")
    feng.follows("填报进展").fills(text="已完成八处。").presses("提交").reads("已填报")
    feng.follows("申请销号").fills(text="十二处站台已改造。").presses("申请销号").sees("证明材料")
    assert feng.main.locator("[name='text']").input_value() == "十二处站台已改造。"
    picture = folder / "整改后.jpg"
    picture.write_bytes(ledger_hand.photograph().read())
    feng.page.locator("input[name=files]").set_input_files(str(picture))
    feng.presses("申请销号").reads("已提交")


def those_concerned_are_asked(fang: Hand, lin: Hand) -> None:
    fang.finds(TITLE, "待交办、待核实的问题").sees("整改后.jpg").follows("征求意见")
    fang.fills(deputies="林晓梅").presses("征求有关代表、群众意见").reads("已征求意见")
    lin.finds(TITLE, "待评价的整改结果").follows("评价").chooses("满意").presses("提交评价").reads("已评价")
    fang.finds(TITLE, "待交办、待核实的问题").sees("林晓梅")


def the_figures_say(fang: Hand, share: str) -> None:
    fang.follows("问题清单").follows("各单位整改情况").sees(share)
