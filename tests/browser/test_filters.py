"""The filter above a list, in a real browser: a few fields stand open, the others come by one press of a key."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.hand import DESK, PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import Road

Take = Callable[..., Hand]


@pytest.mark.parametrize(
    ("size", "open_ones"), [(DESK, {"q", "state", "light"}), (PHONE, {"q"})], ids=["desk", "phone"]
)
def test_further_filters_open_by_keyboard_and_stay_open_while_used(
    town: Cast, register: Register, hand_of: Take, size: dict, open_ones: set[str]
) -> None:
    paper = Road(town, register).registered()
    lin = hand_of(town.lin, size)
    lin.page.goto(f"{lin.address}/suggestions/mine/")
    assert shown(lin) == open_ones

    lin.page.locator("#filter-more").focus()
    lin.page.keyboard.press("Space")
    assert {"category", "unit", "meeting", "published"} <= shown(lin)
    lin.looks()
    lin.page.locator("select[name=category]").select_option(label=str(paper.category))
    lin.presses("查询").sees(paper.title)
    assert "category" in shown(lin)
    expect(lin.page.locator("select[name=category]")).to_have_value(str(paper.category_id))

    lin.follows("清除条件")
    assert shown(lin) == open_ones
    lin.page.locator("label[for=filter-more]").click()
    assert "category" in shown(lin)


def test_what_is_chosen_is_in_sight_on_a_phone(town: Cast, register: Register, hand_of: Take) -> None:
    Road(town, register).registered()
    lin = hand_of(town.lin, PHONE)
    lin.page.goto(f"{lin.address}/suggestions/mine/?state=registered")
    assert shown(lin) == {"q", "state"}


def shown(hand: Hand) -> set[str]:
    """Names of the fields in sight."""
    fields = hand.page.locator(".filter-fields [name]:visible")
    return set(fields.evaluate_all("fields => fields.map((field) => field.name)"))
