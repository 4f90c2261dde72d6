"""What went wrong is told on a page of the portal, at both widths, and leads on."""

from collections.abc import Callable

import pytest
from django.core.exceptions import BadRequest

from congress_portal.workbench import views
from tests.browser.hand import Hand
from tests.cast import Cast


@pytest.mark.parametrize(
    ("path", "trouble", "told"),
    [
        ("/nowhere/", None, "没有找到这个页面"),
        ("/deadlines/recompute/", None, "您不能进行这项操作"),
        ("/desk/", BadRequest("sent by hand"), "这个请求无法处理"),
        ("/desk/", ZeroDivisionError("a fault"), "系统出了点问题"),
    ],
    ids=["404", "403", "400", "500"],
)
def test_an_error_looks_like_the_portal_and_leads_back(
    town: Cast,
    hand_of: Callable[..., Hand],
    monkeypatch: pytest.MonkeyPatch,
    expected_console: list[str],
    path: str,
    trouble: Exception | None,
    told: str,
) -> None:
    def breaks(*_facts: object) -> None:
        raise trouble

    expected_console += ["Failed to load resource", "500 GET"]
    lin = hand_of(town.lin)
    with monkeypatch.context() as patched:
        if trouble:
            patched.setattr(views, "cards_for", breaks)
        lin.page.goto(f"{lin.address}{path}")
        lin.sees(told).looks()
    lin.follows("进入工作台").sees(f"{town.lin.name}，您好")
