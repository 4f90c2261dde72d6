"""From the touch screen of a public hall to a deputy's suggestion, and back to who wrote."""

import re
from collections.abc import Callable

from django.utils import timezone

from foundation.intake.models import IntakeLimit
from liaison_stations.models import Letter, MailboxRule
from liaison_stations.transitions.group_matters import group_matters
from suggestions.models import Suggestion
from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.liaison_stations.mailbox import posted, put
from tests.liaison_stations.net import lay

Take = Callable[..., Hand]


def test_a_letter_from_the_hall_becomes_a_suggestion(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    net = lay(town, register)
    IntakeLimit.objects.filter(key="letter_kiosk").update(work=1000, wait=1)
    letter = _writes_at_the_screen(hand_of(), net.qingshi.code)

    # The keeper gives both letters of the matter to the deputy.
    words = {"title": "桥头村路灯", "text": "桥头村的路灯坏了，晚上漆黑。"}
    for row in (letter, posted(to_station=net.qingshi, at=timezone.now(), **words)):
        Letter.objects.filter(pk=row.pk).update(deputy=register.lin.deputy)
        put(row, "with_deputy")
    MailboxRule.objects.filter(code="matter_rises").update(amount=2)
    group_matters(at=timezone.now())
    _office_notes_and_corrects(hand_of(town.he))
    lin = hand_of(town.lin)
    lin.page.goto(f"{lin.address}/stations/matters/")
    lin.looks().follows("桥头村路灯照明").sees("共2件来信")
    lin.follows("据此起草建议").fills(title="关于修复桥头村路灯的建议", facts="桥头村路灯损坏，群众夜间出行不便。")
    lin.presses("写入建议").sees("这件建议来自2件群众来信")
    assert Suggestion.objects.get().letter_links.count() == 2
    assert set(Letter.objects.values_list("state", flat=True)) == {"in_suggestion"}


def _office_notes_and_corrects(he: Hand) -> None:
    """The clerk finds the matter on his desk, writes what is to follow, and looks at what he could correct."""
    he.opens_desk().sees("待研判的热点事项").follows("桥头村路灯照明").follows("写明研判意见")
    he.presses("保存").sees("研判意见").fills(finding="列入本月集中研判。").presses("保存").sees("列入本月集中研判。")
    he.follows("调整归并").fills(reason="核对原文。").presses("保存调整").sees("请至少选择一件")


def _writes_at_the_screen(visitor: Hand, code: str) -> Letter:
    page, home = visitor.page, f"/stations/kiosk/{code}/"
    page.goto(visitor.address + home)
    visitor.looks().follows("写信给代表 不用注册，三步写好")
    visitor.presses("提交").sees("请选择反映什么事")
    page.get_by_text("路灯照明", exact=True).click()
    visitor.fills(place="桥头村")
    page.get_by_role("button", name="已经坏了很久，没有人来修。").click()
    visitor.chooses("我已阅读，同意按上述办法办理我的来信")
    visitor.presses("提交").sees("查询码")
    letter = Letter.objects.get()
    assert letter.text == "桥头村，路灯照明：已经坏了很久，没有人来修。"
    # Whoever walks away is forgotten: after two seconds here, after a minute in a hall.
    MailboxRule.objects.filter(code="kiosk_seconds").update(amount=2)
    page.goto(f"{visitor.address}{home}write/")
    visitor.fills(place="我家门口")
    page.wait_for_url(re.compile(f"{home}$"))
    visitor.sees("写信给代表")
    assert "我家门口" not in page.content()
    return letter
