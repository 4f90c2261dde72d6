"""Opens every page of the road as the person who works on it, and takes its picture at both widths."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from congress_portal.demo.signins import PASSWORD  # noqa: E402
from congress_portal.settings import env  # noqa: E402

PHONE, DESK = (390, 844), (1440, 900)
READY = "按 Ctrl-C 停止"


class Shot(NamedTuple):
    """A picture: its name, who looks (nobody: a citizen), where to begin, and the links to follow by their words.

    A link "#1" is the first title in a list; `show` are words to bring into the window.
    """

    name: str
    who: str
    path: str
    links: tuple[str, ...] = ()
    show: str = ""


FIRST = "#1"
SHOTS = (
    Shot("home", "", "/"),
    Shot("public-list", "", "/suggestions/public/"),
    Shot("public", "", "/suggestions/public/", (FIRST,)),
    Shot("login", "", "/login/"),
    Shot("desk-deputy", "daibiao1", "/desk/"),
    Shot("mine", "daibiao1", "/suggestions/mine/"),
    Shot("new", "daibiao1", "/suggestions/new/"),
    Shot("edit", "daibiao1", "/suggestions/queue/drafts/", (FIRST, "继续填写")),
    Shot("invite", "daibiao1", "/suggestions/queue/drafts/", (FIRST, "邀请联名")),
    Shot("preview", "daibiao1", "/suggestions/queue/drafts/", (FIRST, "提交")),
    Shot("rate", "daibiao1", "/suggestions/queue/to-rate/", (FIRST, "评价答复"), "评价由您本人作出"),
    Shot("case-deputy", "daibiao1", "/suggestions/mine/?state=closed", (FIRST,)),
    Shot("inbox", "daibiao1", "/notices/"),
    Shot("desk-clerk", "lianluo1", "/desk/"),
    Shot("list", "lianluo1", "/suggestions/"),
    Shot("register", "lianluo1", "/suggestions/queue/to-screen/", (FIRST, "立案编号")),
    Shot("send-back", "lianluo1", "/suggestions/queue/to-screen/", (FIRST, "退回修改")),
    Shot("refuse", "lianluo1", "/suggestions/queue/to-screen/", (FIRST, "不予立案")),
    Shot("assign", "lianluo1", "/suggestions/queue/to-assign/", (FIRST, "交办")),
    Shot("case", "lianluo1", "/suggestions/?state=rehandling", (FIRST,)),
    Shot("objection", "lianluo1", "/suggestions/queue/requests/", (FIRST, "决定调整申请")),
    Shot("extension", "lianluo1", "/suggestions/queue/extensions/", (FIRST, "决定延期申请")),
    Shot("check", "lianluo1", "/suggestions/queue/to-check/", (FIRST, "审核答复")),
    Shot("mediation", "lianluo1", "/suggestions/queue/mediation/", (FIRST, "登记协调结果")),
    Shot("publish", "lianluo1", "/suggestions/?state=closed", (FIRST, "公开")),
    Shot("derivation", "lianluo1", "/suggestions/queue/to-check/", (FIRST, "天")),
    Shot("desk-unit", "chengban", "/desk/"),
    Shot("acknowledge", "chengban", "/suggestions/queue/to-acknowledge/", (FIRST, "签收")),
    Shot("contact", "chengban", "/suggestions/queue/to-answer/", (FIRST, "登记联系代表")),
    Shot("reply", "chengban", "/suggestions/queue/to-answer/", (FIRST, "起草答复")),
    Shot("extend", "chengban", "/suggestions/queue/to-answer/", (FIRST, "申请延期")),
    Shot("opinion", "huiban", "/suggestions/queue/opinions/", (FIRST, "提出会办意见")),
    Shot("desk-head", "fuzeren", "/desk/"),
    Shot("desk-government", "zhengfuban", "/desk/"),
    Shot("desk-chair", "zhuren", "/desk/"),
)
# What README and documentation show: (picture, width).
CHOSEN = (("home", DESK), ("desk-clerk", DESK), ("case", DESK), ("rate", PHONE), ("derivation", DESK), ("public", DESK))


def main() -> None:
    """Pictures into the folder named, or the chosen ones into docs/screenshots."""
    folder = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else None
    with address() as base, sync_playwright() as playwright:
        # Date fields speak the language of the browser, not that of the page.
        chinese = {**os.environ, "LANGUAGE": "zh_CN"}
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--lang=zh-CN"], env=chinese
        )
        if folder:
            everything(browser, base, folder, set(sys.argv[2:]))
        else:
            chosen(browser, base, ROOT / "docs" / "screenshots")
        browser.close()


def everything(browser: Browser, base: str, folder: Path, wanted: set[str]) -> None:
    """Each page whole, at both widths, as PNG; only the `wanted` names when there are any."""
    folder.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        if wanted and shot.name not in wanted:
            continue
        for size in (PHONE, DESK):
            with opened(browser, base, shot, size) as page:
                # As tall as the page: what sticks to the window's edge would else lie across the middle.
                page.set_viewport_size({"width": size[0], "height": page.evaluate("document.body.scrollHeight")})
                page.screenshot(path=folder / f"{shot.name}-{size[0]}.png", full_page=True)
        print(f"▸ {shot.name}", flush=True)


def chosen(browser: Browser, base: str, folder: Path) -> None:
    """What is seen without scrolling, as WebP."""
    folder.mkdir(parents=True, exist_ok=True)
    shots = {shot.name: shot for shot in SHOTS}
    for name, size in CHOSEN:
        with opened(browser, base, shots[name], size, scale=2 if size == PHONE else 1) as page:
            if shots[name].show:
                words = page.get_by_text(shots[name].show).first
                words.evaluate("(element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 40)")
            picture = Image.open(BytesIO(page.screenshot()))
        place = folder / f"{name}-{size[0]}.webp"
        picture.save(place, quality=82, method=6)
        print(f"▸ {place.relative_to(ROOT)}：{place.stat().st_size // 1024} kB", flush=True)


@contextmanager
def opened(browser: Browser, base: str, shot: Shot, size: tuple[int, int], scale: float = 1) -> Iterator[Page]:
    """The page of a shot, signed in and at rest, at the bottom of its way through the links."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        device_scale_factor=scale,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    if shot.who:
        page.goto(f"{base}/login/")
        page.get_by_label("用户名").fill(shot.who)
        page.get_by_label("密码").first.fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.wait_for_url("**/desk/")
    page.goto(f"{base}{shot.path}")
    for link in shot.links:
        follow(page, link)
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def follow(page: Page, link: str) -> None:
    """Clicks a link by its words, or the first title of a list."""
    titles = page.locator("main").get_by_role("link", name="关于")
    target = titles.first if link == FIRST else page.locator("main").get_by_role("link", name=link).first
    try:
        with page.expect_navigation():
            target.click()
    except TimeoutError:
        sys.exit(f"{page.url}（{page.title()}）上没有“{link}”，无法继续拍摄。")


def chromium() -> str:
    """Where the browser is; ends with the line for the administrator when there is none."""
    found = env.CHROMIUM or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        sys.exit("没有找到 Chromium。请先运行 script/setup，按提示由管理员安装。")
    return found


@contextmanager
def address() -> Iterator[str]:
    """The running demonstration named by PORTAL_ADDRESS, or one of its own with data that are thrown away."""
    if "PORTAL_ADDRESS" in os.environ:
        yield env.PUBLIC_ADDRESS
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="portal-pictures-", ignore_cleanup_errors=True) as var:
        surroundings = {**os.environ, "PORTAL_VAR": var, "PORTAL_PORT": str(port), "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, str(ROOT / "manage.py"), "run_portal", "--demo"]
        demo = subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        try:
            wait_for(demo)
            yield f"http://127.0.0.1:{port}"
        finally:
            demo.terminate()
            demo.wait(120)


def wait_for(demo: subprocess.Popen) -> None:
    """Passes on what the demonstration says until its year has been told."""
    for line in demo.stdout or ():
        print(line, end="", flush=True)
        if READY in line:
            return
    sys.exit("演示环境没有启动，请看上面的提示。")


if __name__ == "__main__":
    main()
