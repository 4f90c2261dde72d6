"""The committee secretary at the administration, in a real browser: a new colleague, his office, a holiday."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from foundation.accounts.models import Membership, User
from foundation.workdays.clock import today
from foundation.workdays.models import SpecialDay
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast

Take = Callable[..., Hand]
GIVEN, OWN = "Chushi-2026x", "Xinmima-2026z"


@pytest.fixture
def administration(town: Cast, hand_of: Take) -> Callable[[str], Page]:
    """A function from an address in the administration to the secretary's window on it."""
    gao = hand_of(town.gao)

    def opens(path: str) -> Page:
        gao.page.goto(f"{gao.address}/admin/{path}")
        return gao.page

    return opens


def saves(page: Page) -> None:
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_a_new_colleague_comes_and_goes(town: Cast, administration: Callable[[str], Page], hand_of: Take) -> None:
    page = administration("accounts/user/add/")
    for field, text in {"username": "xinren", "name": "辛仁", "password1": GIVEN, "password2": GIVEN}.items():
        page.fill(f"#id_{field}", text)
    saves(page)

    page = administration("accounts/membership/add/")
    chooses(page, "user", "辛仁")
    page.select_option("#id_role", "unit_officer")
    chooses(page, "organisation", town.transport.name)
    page.locator("[name=_save]").click()
    expect(page.locator(".field-from_date .errorlist")).to_have_text("请填写这一项。")
    page.fill("#id_from_date", today().isoformat())
    saves(page)

    xin = hand_of(None, PHONE)
    enters(xin, GIVEN)
    xin.sees("当前密码由他人设置").looks()
    xin.page.goto(f"{xin.address}/desk/")
    xin.sees("设置新密码").fills(old_password=GIVEN, new_password1=OWN, new_password2="Bieren-2026q")
    xin.presses("保存新密码").sees("两次填写的新密码不一致").looks()
    xin.fills(old_password=GIVEN, new_password1=OWN, new_password2=OWN).presses("保存新密码").sees("辛仁，您好")

    seat = Membership.objects.get(user__username="xinren")
    Membership.objects.filter(pk=seat.pk).update(from_date=today() - timedelta(days=30))
    page = administration(f"accounts/membership/{seat.pk}/change/")
    page.fill("#id_until_date", (today() - timedelta(days=1)).isoformat())
    saves(page)
    xin.page.goto(f"{xin.address}/desk/")
    xin.sees("您的账号目前没有任职").looks()
    assert User.objects.get(username="xinren").is_active


def test_a_holiday_saved_by_hand_points_to_the_open_clocks(administration: Callable[[str], Page]) -> None:
    page = administration("workdays/specialday/add/")
    page.fill("#id_date", "2026-12-28")
    page.fill("#id_name", "临时放假")
    page.select_option("#id_year", "2026")
    saves(page)

    expect(page.locator(".messagelist .warning")).to_contain_text("核对在办期限")
    assert not SpecialDay.objects.get(date="2026-12-28").is_workday


def chooses(page: Page, field: str, name: str) -> None:
    """Looks a row up by its name and takes it."""
    page.locator(f".field-{field} .select2-selection").click()
    page.locator(".select2-search__field").fill(name)
    page.locator(".select2-results__option", has_text=name).first.click()


def enters(hand: Hand, password: str) -> None:
    hand.page.goto(f"{hand.address}/login/")
    hand.page.get_by_label("用户名或手机号").fill("xinren")
    hand.page.get_by_label("密码").fill(password)
    hand.presses("登录")
