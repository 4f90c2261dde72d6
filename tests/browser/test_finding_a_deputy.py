"""A citizen with a telephone finds his deputy, reads what he does and how to reach him, and is led to who sits there
now after the seat has ended."""

from collections.abc import Callable

from django.utils.timezone import now

from deputies.models import PublicPage
from deputies.transitions.end import end
from foundation.workdays.clock import today
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register

Take = Callable[..., Hand]


def test_the_office_signs_off_the_deputy_agrees_and_a_citizen_reads(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console += ["status of 410"]
    he = hand_of(town.he)
    he.opens_desk().follows("代表风采审核").follows("批量审核公开")
    he.chooses("林晓梅", "邓玉兰").presses("审核公开").reads("已审核公开")

    lin = hand_of(town.lin, PHONE)
    lin.page.goto(f"{lin.address}/deputies/my-page/")
    lin.looks()
    lin.follows("表示意见").chooses("同意公开照片和个人简介").presses("提交意见").reads("已登记意见")

    citizen = hand_of(None, PHONE)
    citizen.page.goto(f"{citizen.address}/")
    citizen.follows("代表风采").fills(q="lxm").presses("查询").sees("林晓梅")
    citizen.page.locator(".deputy-card").click()
    citizen.sees("履职情况", "怎样向代表反映意见", "联系我们").looks()
    address = citizen.page.url
    assert town.lin.phone not in citizen.page.content()

    facts = {"effective_on": today(), "announced_on": today(), "announcement_no": "示人常〔2026〕3号"}
    end(register.lin, by=town.he, at=now(), reason="resigned", **facts)
    citizen.page.goto(address)
    citizen.sees("已经不再担任区人大代表", "邓玉兰").follows("邓玉兰")
    assert citizen.page.url.endswith(f"/d/{PublicPage.objects.get(deputy=register.deng.deputy).code}/")
