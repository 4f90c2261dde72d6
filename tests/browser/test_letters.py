"""A unit tells its plan, begins with a template, sees three texts before it signs; the deputy takes the letter away."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from suggestions.models import DocumentHead
from suggestions.states import PaperUse
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import TEXT, Road

TITLE = TEXT["title"]


@pytest.fixture
def road(town: Cast, register: Register) -> Road:
    return Road(town, register)


def test_from_the_plan_to_the_letter(hand_of: Callable[..., Hand], road: Road, tmp_path: Path) -> None:
    cast = road.cast
    pattern = "示交函〔{年}〕{号}号"
    DocumentHead.objects.create(organisation=cast.transport, use=PaperUse.REPLY, pattern=pattern)
    paper = road.contacted()

    feng = hand_of(cast.feng)
    open_case(feng, paper).follows("制定办理方案")
    until = (date.today() + timedelta(days=30)).isoformat()
    feng.fills(**{"steps-0-what": "现场察看", "steps-0-who": "冯磊", "steps-0-due_on": until})
    feng.presses("保存并告知代表").reads("办理方案已保存").sees("现场察看")

    feng.follows("起草答复").chooses("A类", "可以公开").picks(template="已经解决或者基本解决（A类）")
    feng.presses("保存并套用").sees("已套用模板").presses("保存并预览").sees("还有没有填写的空")
    feng.follows("继续起草").fills(body="站点已于四月增设，感谢您的关心。", contact_phone="0000-8888123")
    feng.presses("保存并预览").sees("代表收到的消息", "公开的内容", "站点已于四月增设")

    chen = hand_of(cast.chen)
    open_case(chen, paper).follows("签发答复").sees("林晓梅代表：").fills(signatory_post="局长", seal_note="加盖公章")
    chen.presses("签发").reads("已签发并送审")
    sun = hand_of(cast.sun)
    open_case(sun, paper).follows("审核答复").chooses("审核通过，送达代表").presses("提交审核意见")

    lin = hand_of(cast.lin, PHONE)
    open_case(lin, paper).sees("答复函", "征询意见表", f"示交函〔{date.today().year}〕1号")
    for name, start in (("答复函，Word 文档", b"PK"), ("答复函，PDF", b"%PDF"), ("征询意见表，PDF", b"%PDF")):
        assert downloaded(lin, name, tmp_path).startswith(start)


def open_case(hand: Hand, paper) -> Hand:
    hand.page.goto(f"{hand.address}{paper.get_absolute_url()}")
    return hand.sees(TITLE)


def downloaded(hand: Hand, name: str, folder: Path) -> bytes:
    with hand.page.expect_download() as waiting:
        hand.page.get_by_role("link", name=name, exact=True).click()
    waiting.value.save_as(folder / "paper")
    return (folder / "paper").read_bytes()
