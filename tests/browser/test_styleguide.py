"""Every component in a real browser: no WCAG 2.1 A/AA violation in any look, nothing wider than a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from foundation.web.look import COOKIE, Look

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
LOOKS = [
    Look(),
    Look(theme="dark"),
    Look(size="large"),
    Look(size="extra"),
    Look(contrast="high"),
    Look(theme="dark", size="large", contrast="high"),
]


@pytest.fixture
def styleguide(page: Page, live_server, cast, signed_in):
    """A function that opens the style guide as a member of staff, in a look and a window."""

    def visit(look: Look = Look(), window: dict = DESK) -> Page:  # noqa: B008 — frozen
        cookies = {"sessionid": signed_in(cast.gao).cookies["sessionid"].value, COOKIE: look.to_cookie()}
        page.context.add_cookies(
            [{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()]
        )
        page.set_viewport_size(window)
        page.goto(f"{live_server.url}/styleguide/")
        return page

    return visit


@pytest.mark.parametrize(
    ("look", "window"),
    [*((look, PHONE) for look in LOOKS), (LOOKS[0], DESK), (LOOKS[1], DESK)],
    ids=lambda part: part.to_cookie() if isinstance(part, Look) else str(part["width"]),
)
def test_nobody_is_kept_out(styleguide, look, window):
    page = styleguide(look, window)
    found = Axe().run(page, options=RULES).response["violations"]

    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("look", "smallest"), [(Look(), 44), (Look(size="large"), 60)], ids=["standard", "elder"])
def test_what_a_thumb_must_hit_is_large_enough(styleguide, look, smallest):
    page = styleguide(look, PHONE)
    # Elder mode: text of at least 18 px, main targets of 60 px (工信部适老化通用设计规范).
    heights = page.evaluate(
        """[...document.querySelectorAll('.btn, .form-control, .form-select, .phone-nav a, .segments button')]
           .map((e) => e.getBoundingClientRect().height).filter((height) => height > 0)"""
    )
    body = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")

    assert min(heights) >= smallest
    assert body >= (18 if look.is_elder else 16)


def test_a_refused_form_takes_the_focus_and_leads_to_the_field(styleguide, expected_console):
    expected_console.append("422")
    page = styleguide()
    page.get_by_role("button", name="提交检查").click()

    summary = page.locator("[data-error-summary]").first
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="分类：请选择一项。").click()
    expect(page.locator("#id_category")).to_be_focused()
    expect(page.locator("#id_category")).to_have_attribute("aria-describedby", "id_category_error")


def test_the_look_changes_at_once_and_stays(styleguide):
    page = styleguide()
    page.locator("[data-look]").locator("xpath=..").locator("summary").first.click()
    page.get_by_role("button", name="特大字").click()
    expect(page.locator("html")).to_have_attribute("data-size", "extra")

    page.reload()
    expect(page.locator("html")).to_have_attribute("data-size", "extra")


def test_menus_and_dialogues_answer_to_the_keyboard(styleguide):
    page = styleguide()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()

    menu = page.locator(".user-summary")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="退出登录")).to_be_hidden()
    expect(menu).to_be_focused()

    page.get_by_role("button", name="打开对话框").click()
    expect(page.get_by_role("dialog", name="确认撤回？")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="确认撤回？")).to_be_hidden()


def test_everything_is_there_without_script(browser, live_server, cast, signed_in):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    session = signed_in(cast.gao).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/styleguide/")
    page.locator(".look-form").locator("xpath=..").locator("summary").first.click()
    page.get_by_role("button", name="进入长者模式").click()

    expect(page.locator("html")).to_have_attribute("data-size", "large")
    assert page.url == f"{live_server.url}/styleguide/"
    context.close()
