"""The end of the year in a browser: the handling report until it is adopted, and a unit's own report."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from congress_portal.reports import tasks
from congress_portal.reports.transitions.build import build
from deputies.models import Meeting
from foundation.documents.writing import DOCX, Document, Paragraph, write
from suggestions.states import Grade
from suggestions.transitions.rate import rate
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import TEXT, Road

Take = Callable[..., Hand]
YEAR = date.today().year
REPORT = f"{YEAR}年代表建议办理情况报告"
TODAY = date.today().isoformat()


@pytest.fixture
def answered(town: Cast, register: Register, monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """One suggestion of today that was answered and rated, a meeting, and a worker beside the web server."""
    road = Road(town, register, date.today())
    rate(road.replied(), by=town.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.BASICALLY)
    Meeting.objects.create(term=register.lin.term, kind="standing_committee", number=30)
    workers: list[threading.Thread] = []

    def work(pk: int) -> None:
        build(pk)
        connection.close()

    def delay(pk: int) -> None:
        workers.append(threading.Thread(target=work, args=(pk,)))
        workers[-1].start()

    monkeypatch.setattr(tasks.build_report, "delay", delay)
    return workers


def test_the_end_of_the_year(town: Cast, answered: list, hand_of: Take, expected_console: list[str], tmp_path) -> None:
    expected_console += ["status of 422", "status of 403"]
    he, xu, zhao, feng = hand_of(town.he), hand_of(town.xu), hand_of(town.zhao, PHONE), hand_of(town.feng)
    the_report_is_built(he)
    it_is_confirmed_and_adopted(he, xu, zhao)
    a_unit_hands_in_its_own(feng, he, tmp_path)
    for worker in answered:
        worker.join()


def the_report_is_built(he: Hand) -> None:
    """The page shows its progress and then the tables by itself; a figure opens into its rows."""
    he.follows("年度报告").follows("生成年度报告").fills(year="2999").presses("开始生成").sees("之间的年度")
    he.fills(year=str(YEAR)).presses("开始生成")
    he.page.get_by_role("heading", name="1. 总体情况").wait_for(timeout=60_000)
    he.sees("已生成待审定", f"{REPORT}.docx", f"{REPORT}.xlsx")
    he.main.get_by_role("link", name="立案，件数：1，查看明细").click()
    he.sees(TEXT["title"], "这一格为")
    he.page.go_back()


def it_is_confirmed_and_adopted(he: Hand, xu: Hand, zhao: Hand) -> None:
    he.sees("暂不能办理的事项")
    xu.finds(REPORT, "年度报告").follows("审定").fills(note_text="已核对。").presses("审定").reads("已审定")
    zhao.finds(REPORT, "待审议的年度报告").sees("代表评价", "满意率（不含基本满意）")
    he.page.reload()
    he.follows("登记通过并锁定").presses("登记并锁定").sees("请选择通过报告的会议")
    he.picks(meeting="区五届人大常委会第三十次会议").fills(adopted_on=TODAY).presses("登记并锁定").reads(
        "已登记通过并锁定"
    )
    he.sees("校验值").follows("重新统计并核对").sees("逐格相同")


def a_unit_hands_in_its_own(feng: Hand, he: Hand, tmp_path) -> None:
    title = "关于代表建议办理情况的报告"
    lying, good = tmp_path / "假.pdf", tmp_path / "报告.docx"
    lying.write_bytes(b"MZ\x90\x00 no document")
    good.write_bytes(write(Document(title, [Paragraph("均已答复。")]), DOCX))
    feng.follows("办理情况报告").follows("提交报告").fills(title=title, dated_on=TODAY)
    feng.main.locator("input[type=file]").set_input_files(lying)
    feng.presses("提交").sees("内容")
    feng.main.locator("input[type=file]").set_input_files(good)
    feng.presses("提交").reads("已提交").sees("已提交", "报告.docx")
    he.finds(title, "待审议的办理情况报告").follows("登记听取和审议")
    he.picks(meeting="区五届人大常委会第三十次会议").fills(heard_on=TODAY).chooses("满意")
    he.presses("登记").reads("已登记").sees("已听取和审议", "满意")
