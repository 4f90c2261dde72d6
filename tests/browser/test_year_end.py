"""The year-end reports in a browser: built for all, the deputy's own words on a phone, confirmed, taken home."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from congress_portal.reports import tasks
from congress_portal.reports.transitions.build import build
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies.duty import line
from tests.deputies_cast import Register

Take = Callable[..., Hand]
YEAR = date.today().year
RUN = f"{YEAR}年代表履职情况报告"


@pytest.fixture
def worker(town: Cast, register: Register, monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """An inspection in Lin's file, and a worker beside the web server."""
    line(register.lin, on=date.today())
    found: list[threading.Thread] = []

    def work(pk: int) -> None:
        build(pk)
        connection.close()

    def delay(pk: int) -> None:
        found.append(threading.Thread(target=work, args=(pk,)))
        found[-1].start()

    monkeypatch.setattr(tasks.build_report, "delay", delay)
    return found


def test_from_the_run_to_the_file(town: Cast, worker: list, hand_of: Take, expected_console: list[str]) -> None:
    expected_console += ["status of 422"]
    he, xu, lin = hand_of(town.he), hand_of(town.xu), hand_of(town.lin, PHONE)
    he.follows("年度报告").follows("生成年度报告").picks(kind="代表履职情况报告").fills(year=str(YEAR))
    he.presses("开始生成")
    he.page.get_by_role("heading", name="1. 总体情况").wait_for(timeout=60_000)
    he.sees("代表个人报告", "已生成 3 份", f"{RUN}.docx").follows("送代表本人补充").sees("3份个人报告").presses("送出")
    own = f"{town.lin.name}{YEAR}年度履职报告"
    lin.finds(own, "年度履职报告待补充").sees("视察老旧小区改造", "履职积分").follows("补充和提交")
    lin.fills(summary="走访选民二十户。").presses("保存").reads("已保存")
    lin.follows("补充和提交").fills(plan="多到联络站接待选民。")
    lin.page.get_by_label("已经写好，提交核对").check()
    lin.presses("保存").reads("已提交").sees("走访选民二十户。", "多到联络站接待选民。")
    he.finds(own, "待核对的年度履职报告").follows("核对").fills(note_text="属实。").presses("核对无误").reads("已核对")
    xu.finds(own, "待审定的年度履职报告").follows("审定").presses("审定并锁定").reads("已审定并锁定").sees("校验值")
    lin.page.reload()
    lin.sees("已审定")
    with lin.page.expect_download() as taken:
        lin.main.get_by_role("link", name=f"{own}.pdf").click()
    assert taken.value.suggested_filename == f"{own}.pdf"
    for thread in worker:
        thread.join()
