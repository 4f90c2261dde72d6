"""A livelihood project in a browser: from a citizen's idea to the struck-off project, read by a stranger."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from supervision.models import Project, ProjectYear
from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import project_hand

TODAY = date.today()
TITLE = "东街社区加装电梯"
Take = Callable[..., Hand]


def test_from_a_citizens_idea_to_the_struck_off_project(
    town: Cast, register: Register, hand_of: Take, page: Page, live_server: Any, tmp_path: Path,
    expected_console: list[str],
) -> None:  # fmt: skip
    # The browser's own notes of forms that were refused with their sentence.
    expected_console.append("status of 422")
    he, xu, feng, lin = (hand_of(person) for person in (town.he, town.xu, town.feng, town.lin))
    he_opens_the_collection(he)
    a_citizen_proposes(page, live_server.url)
    he_draws_up(he)
    feng_examines(feng)
    he_lists_and_counts(he)
    xu_confirms(xu, "票决")
    he.follows("民生实事项目").follows(str(ProjectYear.objects.get())).follows("发布公告")
    he.fills(announcement="区人大公告〔2026〕2号").presses("发布公告").reads("已公告")
    lin.follows("民生实事项目").follows(str(ProjectYear.objects.get())).follows(f"1. {TITLE}")
    lin.follows("认领项目").presses("认领项目").reads("已认领")
    feng_finishes(feng, tmp_path)
    he_accepts_and_ballots(he)
    xu_confirms(xu, "满意度测评")
    a_stranger_scans(page, live_server.url)


def he_opens_the_collection(he: Hand) -> None:
    he.follows("民生实事项目").follows("发布征集")
    he.fills(year=str(TODAY.year), collect_from=TODAY.isoformat(), collect_until=TODAY.isoformat())
    he.presses("发布征集").reads("已发布")


def a_citizen_proposes(page: Page, address: str) -> None:
    page.goto(f"{address}/supervision/board/")
    page.get_by_role("link", name="我来提一条").click()
    page.get_by_label("标题").fill("东街装电梯")
    page.get_by_label("具体内容").fill("东街社区老楼没有电梯，老人上下楼困难。")
    page.get_by_label("我已阅读").check()
    page.get_by_role("button", name="提交").click()
    page.get_by_text("您的意见已收到").wait_for()


def he_draws_up(he: Hand) -> None:
    """The day of the collection is over, as it would be tomorrow."""
    ProjectYear.objects.update(collect_from=TODAY - timedelta(days=9), collect_until=TODAY - timedelta(days=1))
    he.opens_desk().follows("民生实事项目").follows(str(ProjectYear.objects.get())).follows("登记初步项目")
    he.fills(title=TITLE, content="加装两部。", amount="120", funding="区财政", due_on=f"{TODAY.year}-12-31")
    he.picks(field="住房和老旧小区", unit="示范区交通运输局").presses("登记").reads("已登记")
    he.follows("请单位论证").presses("请单位论证").reads("已请单位论证")
    he.finds(f"征〔{TODAY.year}〕1", "待筛选的民生实事意见").follows("纳入项目")
    he.picks(project=TITLE).fills(public_words="东街社区加装电梯").presses("纳入项目").reads("已纳入")


def feng_examines(feng: Hand) -> None:
    feng.finds(TITLE, "待论证的初步项目").chooses("可行")
    feng.fills(cost="118", text="具备条件。").presses("提交论证意见").reads("已提交")


def he_lists_and_counts(he: Hand) -> None:
    year = ProjectYear.objects.get()
    he.opens_desk().follows("民生实事项目").follows(str(year)).follows("结束征集").presses("结束征集").reads(
        "征集已结束"
    )
    he.follows("确定候选项目").chooses(TITLE, "逐项表决").fills(approved_by="区五届人大常委会第三十次会议")
    he.presses("确定候选项目").reads("候选项目已确定")
    he.follows("安排票决").fills(meeting_name="区五届人大六次会议", held_on=TODAY.isoformat())
    he.presses("安排票决").reads("已安排")
    project = Project.objects.get()
    he.follows("录入计票").fills(present="3", issued="3", returned="3", invalid="0")
    votes = {f"line_{project.pk}": "2", f"line_{project.pk}_1": "0", f"line_{project.pk}_2": "0"}
    he.fills(**votes).presses("录入").sees("合计2张，收回3张")
    he.fills(**{f"line_{project.pk}": "3"}).presses("录入").reads("已录入")


def xu_confirms(xu: Hand, what: str) -> None:
    xu.finds(f"{TODAY.year}年民生实事项目{what}", "待核对的项目计票").follows("核对计票").chooses("核对一致，确认结果")
    xu.presses("提交核对意见").reads("已办理")


def feng_finishes(feng: Hand, folder: Path) -> None:
    picture = folder / "完工.png"
    picture.write_bytes(project_hand.photo().read())
    feng.finds(TITLE, "实施中的民生实事项目").follows("填报进展").fills(percent="100", text="全部完工。")
    feng.presses("提交").sees("没有凭据不能填报100%")
    feng.page.locator("input[name=photos]").set_input_files(str(picture))
    feng.presses("提交").reads("已提交")


def he_accepts_and_ballots(he: Hand) -> None:
    he.finds(TITLE, "待验收、待审议调整的项目").follows("验收").fills(acceptance="代表现场验收合格。")
    he.presses("验收").reads("已登记验收").follows(str(ProjectYear.objects.get())).follows("安排满意度测评")
    he.fills(meeting_name="区五届人大七次会议", held_on=TODAY.isoformat()).presses("安排满意度测评").reads("已安排")
    key = Project.objects.get().pk
    he.follows("录入计票").fills(present="3", issued="3", returned="3", invalid="0")
    he.fills(**{f"line_{key}": "2", f"line_{key}_1": "1", f"line_{key}_2": "0"}).presses("录入").reads("已录入")


def a_stranger_scans(page: Page, address: str) -> None:
    project = Project.objects.get()
    page.goto(f"{address}/p/{project.code}/")
    page.get_by_text("已销号").first.wait_for()
    assert page.get_by_text("东街社区加装电梯（网上征集").count() == 1
    assert page.get_by_text("满意度测评：满意").count() == 1
    assert page.locator(".project-photos img").first.evaluate("img => img.naturalWidth > 0")
