"""Browser tests: Debian's Chromium, a Chinese reader in Shanghai, and nothing amiss in the console.

Every test that takes `page` or `watched` is marked `browser`, and fails when a page logged an error, broke the CSP or
was answered with a 500.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

from congress_portal.settings import env
from tests.plugins.skeleton import skeleton

MISSING = (
    "没有找到 Chromium，浏览器测试不能运行。请管理员运行："
    "apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk"
    "（已装在别处时用 PORTAL_CHROMIUM 指明路径）"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m browser` and `-m "not browser"` without a mark on every test."""
    for item in items:
        if {"page", "watched"} & set(getattr(item, "fixturenames", ())):
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


@pytest.fixture(scope="session", autouse=True)
def _kept_style_sheets() -> Iterator[None]:
    """A window asks once for each style sheet and script, as in production, and not again for every page."""
    serve = StaticFilesHandler.serve

    def kept(handler: StaticFilesHandler, request: HttpRequest) -> Any:
        answer = serve(handler, request)
        answer["Cache-Control"] = "max-age=3600"
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", kept)
        yield


@pytest.fixture
def expected_console() -> list[str]:
    """Texts of console errors this test provokes on purpose, such as the browser's own note of a 403."""
    return []


@pytest.fixture
def watched(expected_console: list[str]) -> Iterator[Callable[[BrowserContext], None]]:
    """A function that watches a window: script and console errors, CSP violations and answers of 500 fail the test."""
    amiss: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            amiss.append(f"{message.text} ({message.location.get('url', '')})")

    def answered(response: Response) -> None:
        if response.status >= 500:
            amiss.append(f"{response.status} {response.request.method} {response.url}")

    def watch(context: BrowserContext) -> None:
        context.on("console", heard)
        context.on("weberror", lambda error: amiss.append(str(error.error)))
        context.on("response", answered)

    yield watch
    unexpected = [text for text in amiss if not any(part in text for part in expected_console)]
    assert not unexpected, "\n".join(unexpected)


@pytest.fixture
def page(page: Page, watched: Callable[[BrowserContext], None]) -> Page:
    """A watched page (`watched`) with a deputy's patience."""
    watched(page.context)
    page.set_default_timeout(10_000)
    return page


@pytest.fixture(scope="session")
def clean_skeletons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder all processes share: a file for each way of building a page in which axe found nothing."""
    of_this_process = tmp_path_factory.getbasetemp()
    of_the_run = of_this_process.parent if "PYTEST_XDIST_WORKER" in os.environ else of_this_process
    folder = of_the_run / "clean-skeletons"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def assert_accessible(clean_skeletons: Path) -> Callable[[Page], None]:
    """A function that fails on any WCAG 2.1 A/AA violation axe finds on the page; of pages built alike it takes one."""

    def check(page: Page) -> None:
        built = clean_skeletons / skeleton(page)
        if built.exists():
            return
        tags = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
        options = {"runOnly": tags, "resultTypes": ["violations"]}
        results = _axe_of(page).run(page, options=options)
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
        built.touch()

    return check


def _axe_of(page: Page) -> Axe:
    """Axe, which is half a megabyte, is put into a page once."""
    return Axe("'there already'") if page.evaluate("'axe' in window") else Axe()
