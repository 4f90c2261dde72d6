"""Papers in company, in a real browser: merged, assigned at one meeting, taken apart."""

from collections.abc import Callable

import pytest

from suggestions.models import AssignmentMeeting, Suggestion
from suggestions.tasks import assign_meeting
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import Road

Take = Callable[..., Hand]
TITLES = ("关于增设人民路公交站点的建议", "关于人民路增设公交车站点的建议", "关于青年路路灯的建议")


@pytest.fixture
def papers(town: Cast, register: Register) -> list[Suggestion]:
    """Three registered papers, the first two on one matter."""
    road = Road(town, register)
    return [road.registered(road.submitted(title=title)) for title in TITLES]


def test_merged_and_assigned_at_a_meeting(town: Cast, papers: list[Suggestion], hand_of: Take) -> None:
    main, member, other = papers
    he = hand_of(town.he)
    he.finds(main.title, "待交办").follows("并案").chooses(f"{member.number_text} {member.title}")
    he.fills(reason="都反映人民路公交站点。").presses("并案办理").reads("已并案").sees("以下建议并入本件一并办理")

    he.follows("交办会").follows("建立交办会").fills(title="2026年交办会", place="会议中心").presses("建立")
    for paper in (main, other):
        he.fills(**{f"p{paper.pk}-lead": town.transport.name})
    he.presses("确认本页全部").reads("已确认2件")
    he.follows("统一交办").sees("共 2 件").presses("开始交办").sees("正在交办")
    assign_meeting(AssignmentMeeting.objects.get().pk)
    # The page asks by itself and opens the result.
    he.sees("已交办").looks()

    feng = hand_of(town.feng, PHONE)
    feng.finds(main.title, "待签收").sees("并入本件一并办理").follows(f"{member.number_text} {member.title}")
    feng.sees("本件已并案，由同一承办单位一并办理")


def test_two_clerks_at_one_line_and_the_list_on_paper(
    town: Cast, papers: list[Suggestion], hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("422 (Unprocessable Entity)")
    line = f"p{papers[0].pk}-lead"
    he = hand_of(town.he)
    he.opens_desk().follows("交办会").follows("建立交办会").fills(title="2026年交办会").presses("建立")
    xu = hand_of(town.xu)
    xu.opens_desk().follows("交办会").follows("2026年交办会").follows("确认承办单位")
    he.fills(**{line: town.transport.name}).chooses(f"选定{papers[0]}").presses("确认所选").reads("已确认1件")

    xu.fills(**{line: town.education.name}).chooses(f"选定{papers[0]}").presses("确认所选")
    xu.sees(f"同事{town.he.name}已先一步确认为“主办：{town.transport.label}”，请核对后再确认。")
    assert xu.main.locator(f"[name='{line}']").input_value() == town.education.name
    xu.presses("确认所选").reads("已确认1件")

    he.follows("返回清单").sees(town.education.label)
    he.page.get_by_text("清单文件").click()
    with he.page.expect_download() as taken:
        he.page.get_by_role("link", name="交办清单（PDF）").click()
    assert taken.value.suggested_filename == "2026年交办会交办清单.pdf"


def test_taken_apart_with_the_deputys_agreement(town: Cast, papers: list[Suggestion], hand_of: Take) -> None:
    paper = papers[0]
    he, lin = hand_of(town.he), hand_of(town.lin, PHONE)
    he.finds(paper.title, "待交办").follows("拆分")
    he.fills(**{"parts-0-title": "关于公交站点的建议", "parts-1-title": "关于路灯的建议"})
    he.fills(**{"parts-1-facts": "路灯不亮。", "parts-1-proposals": "修复路灯。", "reason": "涉及两个事项。"})
    he.presses("征求领衔代表意见").reads("已征求领衔代表意见")

    lin.finds(paper.title, "待答复的拆分意见").follows("答复拆分意见").sees("修复路灯。")
    lin.chooses("同意拆分，各件分别编号和答复").presses("提交").reads("已答复").sees("本件已拆分办理")
