"""Browsers of their own for each persona of a road."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from foundation.accounts.models import User
from suggestions.models import Category
from tests.browser.hand import DESK, Hand, Seen
from tests.cast import Cast
from tests.deputies_cast import Register


@pytest.fixture
def town(cast: Cast, register: Register) -> Cast:
    """The cast in office, deputies seated, a committee over the category."""
    Category.objects.filter(code="urban").update(supervising_committee=cast.urban_committee)
    return cast


@pytest.fixture
def hand_of(
    browser: Browser,
    browser_context_args: dict,
    watched: Callable[[BrowserContext], None],
    live_server,
    assert_accessible: Callable[[Page], None],
):
    """A function from a person (nobody: a citizen) and a window to a hand in a browser, signed in by typing."""
    seen: Seen = set()
    windows: list[BrowserContext] = []

    def take(user: User | None = None, size: dict = DESK) -> Hand:
        context = browser.new_context(**browser_context_args)
        windows.append(context)
        watched(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        hand = Hand(page, live_server.url, assert_accessible, seen, size)
        return hand.signs_in(user) if user else hand

    yield take
    for context in windows:
        context.close()
