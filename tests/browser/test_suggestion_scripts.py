"""What scripts add to the editors: saving while one writes, a copy while the line is down, lines and people picked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from suggestions.models import Suggestion
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import Road

SAVED = "[data-autosave-line]"


@pytest.fixture
def road(town: Cast, register: Register) -> Road:
    return Road(town, register)


def test_a_new_paper_saves_itself_and_gets_its_address(hand_of: Callable, road: Road) -> None:
    page = hand_of(road.cast.lin).page
    page.goto(page.url.split("/desk")[0] + "/suggestions/new/")

    page.fill("#id_title", "关于修缮河堤步道的建议")
    expect(page.locator(SAVED)).to_contain_text("已保存")
    paper = Suggestion.objects.get()
    assert page.url.endswith(f"/suggestions/{paper.pk}/edit/")

    page.fill("#id_facts", "步道多处塌陷。")
    expect(page.locator("form.editor [name=version]")).to_have_value("2")
    assert Suggestion.objects.get().facts == "步道多处塌陷。"


def test_what_was_typed_while_the_line_was_down_is_offered_again(
    hand_of: Callable, road: Road, expected_console: list[str]
) -> None:
    expected_console.append("ERR_FAILED")
    paper = road.draft()
    page = hand_of(road.cast.lin).page
    page.goto(page.url.split("/desk")[0] + f"/suggestions/{paper.pk}/edit/")

    page.route("**/edit/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.fill("#id_grounds", "断网时写下的案据。")
    expect(page.locator(SAVED)).to_contain_text("暂存在本机浏览器")
    page.unroute("**/edit/")
    page.goto(page.url)
    page.click("[data-autosave-restore]")

    expect(page.locator("#id_grounds")).to_have_value("断网时写下的案据。")
    expect(page.locator(SAVED)).to_contain_text("已保存")
    assert Suggestion.objects.get().grounds == "断网时写下的案据。"


def test_units_are_added_and_taken_away_line_by_line(hand_of: Callable, road: Road) -> None:
    paper = road.registered()
    page = hand_of(road.cast.he).page
    page.goto(page.url.split("/desk")[0] + f"/suggestions/{paper.pk}/assign/")

    page.select_option("#id_units-0-unit", str(road.cast.transport.pk))
    page.click("[data-row-add]")
    page.click("[data-row-add]")
    page.select_option("#id_units-2-unit", str(road.cast.education.pk))
    page.select_option("#id_units-2-role", "co")
    page.locator("[data-row]").nth(1).locator("[data-row-remove]").click()
    page.click("main form button.btn-primary[type=submit]")
    page.click("button[name=confirm]")

    expect(page.locator("h1")).to_have_text(paper.title)
    assert {(part.unit, part.role) for part in paper.assignments.all()} == {
        (road.cast.transport, "lead"),
        (road.cast.education, "co"),
    }


def test_a_colleague_is_found_by_the_first_letters_of_his_name(hand_of: Callable, road: Road) -> None:
    paper = road.draft()
    page = hand_of(road.cast.lin).page
    page.goto(page.url.split("/desk")[0] + f"/suggestions/{paper.pk}/invite/")

    page.fill("#picker-q", "zjg")

    expect(page.get_by_text("周建国")).to_be_visible()
    expect(page.get_by_text("邓玉兰")).to_be_hidden()
    page.get_by_label("周建国").check()
    expect(page.locator("[data-picker-count]")).to_have_text("已选 1 人")
