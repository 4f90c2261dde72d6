"""The pages of clocks and messages in a real browser: no WCAG violation, nothing in the console, phone and desk."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from foundation import deadlines, notices
from foundation.notices.models import Notice, OutboxMail
from tests.foundation.deadlines.kinds import register

SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1440, "height": 900}}


@pytest.fixture
def office(transactional_db, cast, monkeypatch):
    """A unit with a running, an extended and an overdue clock, three messages and a dead letter."""
    from foundation.deadlines import registry

    monkeypatch.setattr(registry, "_kinds", {})
    for key in ("reply", "first_contact", "co_opinion"):
        register(key, may_view=lambda user, subject: True)
    at = timezone.make_aware(datetime(2026, 3, 2, 10))
    unit = cast.education
    starts = {
        "reply": date.today(),
        "first_contact": date(2026, 9, 14),
        "co_opinion": date.today() - timedelta(days=29),
    }
    clocks = {
        kind: deadlines.start(kind, unit, on=on, organisation=unit, by=None, at=at) for kind, on in starts.items()
    }
    deadlines.extend(clocks["reply"], amount=2, unit="month", reason="涉及三个部门，需要现场勘察", by=cast.he, at=at)
    for n in range(3):
        notices.tell(
            [cast.wu, cast.shen],
            kind="deadlines.reminder",
            subject=unit,
            title=f"第{n + 12}号建议答复代表还有 {n + 1} 天",
            body="应于2026年6月2日前办结。\n逾期将通报承办单位负责人，并计入办理工作考核。",
            url=reverse("notices:inbox"),
            cause=f"browser:{n}",
            at=at + timedelta(days=n),
            by=cast.he,
        )
    Notice.objects.filter(cause="browser:1").mark_read(at)
    OutboxMail.objects.filter(cause="browser:0").update(state="given_up", attempts=6, last_error="550 no such user")
    cast.clocks = clocks
    return cast


def sign_in(page, live_server, signed_in, user) -> None:
    cookie = signed_in(user).cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_accessible_and_quiet(office, page, live_server, signed_in, assert_accessible, size):
    page.set_viewport_size(SIZES[size])
    sign_in(page, live_server, signed_in, office.wu)
    visit(page, live_server, size, assert_accessible, "inbox", reverse("notices:inbox"))
    visit(page, live_server, size, assert_accessible, "preferences", reverse("notices:preferences"))
    visit(page, live_server, size, assert_accessible, "mine", reverse("deadlines:mine"))
    visit(page, live_server, size, assert_accessible, "feed", reverse("deadlines:feed"))
    for kind, clock in office.clocks.items():
        visit(page, live_server, size, assert_accessible, kind, reverse("deadlines:derivation", args=[clock.pk]))
    sign_in(page, live_server, signed_in, office.shen)
    visit(page, live_server, size, assert_accessible, "dead-letters", reverse("notices:dead_letters"))
    visit(page, live_server, size, assert_accessible, "recompute", reverse("deadlines:recompute"))


def visit(page, live_server, size, assert_accessible, name, path) -> None:
    page.goto(f"{live_server.url}{path}")
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert_accessible(page)
    if folder := os.environ.get("PORTAL_SHOTS"):
        page.screenshot(path=Path(folder) / f"clocks-{name}-{size}.png", full_page=True)


def test_a_message_is_read_by_opening_its_case(office, page, live_server, signed_in):
    sign_in(page, live_server, signed_in, office.wu)
    page.goto(f"{live_server.url}{reverse('notices:inbox')}")
    assert page.locator(".bell-count").inner_text().startswith("2")
    page.get_by_role("button", name="查看办理").first.click()
    assert page.locator(".bell-count").inner_text().startswith("1")
    page.get_by_role("button", name="全部标为已读").click()
    page.get_by_text("已将 1 条消息标为已读").wait_for()
    assert page.locator(".bell-count").count() == 0
