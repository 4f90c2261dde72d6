"""Browser tests: Debian's Chromium, a Chinese reader in Shanghai, and nothing amiss in the console.

Every test that takes `page` is marked `browser`, and fails when the page logged an error or broke the CSP.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

from congress_portal.settings import env

MISSING = (
    "没有找到 Chromium，浏览器测试不能运行。请管理员运行："
    "apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk"
    "（已装在别处时用 PORTAL_CHROMIUM 指明路径）"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m browser` and `-m "not browser"` without a mark on every test."""
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as the administrator installed it; inside a container root has no sandbox."""
    chromium = env.CHROMIUM or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.fail(MISSING, pytrace=False)
    arguments = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {**browser_type_launch_args, "executable_path": chromium, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A desk screen; phone pages set their own viewport."""
    return {
        **browser_context_args,
        "locale": "zh-CN",
        "timezone_id": "Asia/Shanghai",
        "viewport": {"width": 1440, "height": 900},
    }


@pytest.fixture
def expected_console() -> list[str]:
    """Texts of console errors this test provokes on purpose, such as the browser's own note of a 403."""
    return []


@pytest.fixture
def page(page: Page, expected_console: list[str]) -> Iterator[Page]:
    """A page that reports script errors, console errors and CSP violations as failures of the test."""
    amiss: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            amiss.append(f"{message.text} ({message.location.get('url', '')})")

    page.context.on("console", heard)
    page.context.on("weberror", lambda error: amiss.append(str(error.error)))
    page.set_default_timeout(10_000)
    yield page
    unexpected = [text for text in amiss if not any(part in text for part in expected_console)]
    assert not unexpected, "\n".join(unexpected)


@pytest.fixture
def assert_accessible():
    """A function that fails on any WCAG 2.1 A/AA violation axe finds on the page."""

    def check(page: Page) -> None:
        options = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
        results = Axe().run(page, options=options)
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check
