"""A deputy writes, is shown what resembles it, names it as raised before; the office compares the passages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from suggestions.models import Suggestion
from tests.browser.hand import PHONE
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import TEXT, Road

LIST, HINTS, COUNT = "#lookalikes", "#writing-hints", "#lookalikes-count"
VERSION = "form.editor [name=version]"


@pytest.fixture
def road(town: Cast, register: Register) -> Road:
    return Road(town, register)


@pytest.mark.parametrize("size", [None, PHONE])
def test_an_earlier_paper_is_shown_while_typing_and_named_with_one_press(
    hand_of: Callable, road: Road, size: dict | None
) -> None:
    earlier = road.replied()
    hand = hand_of(road.cast.lin, size) if size else hand_of(road.cast.lin)
    page = hand.page
    page.goto(page.url.split("/desk")[0] + "/suggestions/new/")
    expect(page.locator(HINTS)).to_contain_text("标题还没有写")

    page.locator("#id_title").press_sequentially("建议人民路新增公交停靠站")
    expect(page.locator(LIST)).to_contain_text(earlier.title)
    expect(page.locator(LIST)).to_contain_text("A类")
    expect(page.locator(COUNT)).to_have_text("发现 1 件相似的建议")
    expect(page.locator(VERSION)).to_have_value("1")
    hand.looks()

    page.get_by_role("button", name="我以前提出过，就是这件").press("Enter")
    expect(page.locator("[data-earlier-chosen]")).to_contain_text(earlier.title)
    expect(page.locator("#id_raised_before")).to_have_value(f"2026年{earlier.number_text}")
    expect(page.locator(VERSION)).to_have_value("2")
    paper = Suggestion.objects.exclude(pk=earlier.pk).get()
    assert paper.raised_before_as == earlier

    page.get_by_role("button", name="取消关联").click()
    expect(page.locator("[data-earlier-chosen]")).to_be_hidden()
    expect(page.locator(VERSION)).to_have_value("3")
    paper.refresh_from_db()
    assert (paper.raised_before, paper.raised_before_as) == ("", None)


def test_the_office_lays_the_copied_passage_beside_the_earlier_paper(hand_of: Callable, road: Road) -> None:
    road.registered()
    paper = road.submitted(title="关于编制公交线网规划的建议", facts=f"城区框架拉大。{TEXT['facts']}城西也是。")
    page = hand_of(road.cast.he).page
    page.goto(page.url.split("/desk")[0] + f"/suggestions/{paper.pk}/register/")

    page.get_by_text("对照相同段落").click()

    expect(page.locator(".alike-pair mark").first).to_contain_text("人民路沿线三个小区")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
