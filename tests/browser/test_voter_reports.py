"""A report to voters in a browser: statement, meeting, ballot by two clerks, rectification; the public page."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from deputies.models import Activity
from deputies.transitions.close_activity import close_activity
from deputies.transitions.record_attendance import record_attendance
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies import reports
from tests.deputies_cast import Register

Take = Callable[..., Hand]


@pytest.fixture
def report(town: Cast, register: Register) -> str:
    """lin is on the calendar."""
    return str(reports.planned(town, register.lin, at=timezone.now()))


def test_a_report_from_the_statement_to_the_confirmed_rectification(
    town: Cast, report: str, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    lin, he, xu = hand_of(town.lin, PHONE), hand_of(town.he), hand_of(town.xu)
    lin.finds(report, "我的述职").follows("填写述职报告")
    lin.fills(statement="一年来走访选民三十户，办成实事三件。").chooses("已写好，提交审阅").presses("保存").reads(
        "已提交审阅"
    )
    he.finds(report, "待办的代表述职").follows("审阅述职报告").chooses("审阅通过，向社会公布")
    he.presses("提交审阅意见").reads("已办理")
    he_calls_the_meeting(he, report)
    the_meeting_is_held(town)
    he.finds(report, "待办的代表述职").follows("录入测评计票")
    he.fills(present="50", issued="50", returned="50", invalid="0", votes_0="10", votes_1="9", votes_2="30")
    he.presses("录入").sees("合计49张，收回50张").fills(votes_2="31").presses("录入").reads("另一名工作人员核对")
    xu.finds(report, "待办的代表述职").follows("核对测评计票").sees("不称职31票÷收回票50张＝62.00%")
    xu.chooses("与计票单一致，公布结果").presses("提交核对意见").reads("已办理").sees("整改中")
    lin.finds(report, "我的述职").sees("应当“整改”").follows("提交整改报告")
    lin.fills(rectification="每月接待选民两次。").presses("提交").reads("等待确认")
    he.finds(report, "待办的代表述职").follows("确认整改").chooses("整改到位，予以确认")
    he.presses("提交确认意见").sees("整改已完成")
    a_citizen_reads(hand_of())


def he_calls_the_meeting(he: Hand, report: str) -> None:
    day = date.today() - timedelta(days=1)
    he.follows("安排述职会议").chooses(f"{report}（青石镇代表团，向第1选区选民代表）")
    he.fills(title="第1选区代表述职会", place="青石镇会议室", starts_at=f"{day}T09:00", ends_at=f"{day}T11:00")
    he.presses("安排会议并通知代表").sees("第1选区代表述职会")


def the_meeting_is_held(town: Cast) -> None:
    """The roll has a journey of its own."""
    activity = Activity.objects.get()
    record_attendance(activity.invitations.get(), "present", by=town.he, at=timezone.now())
    close_activity(activity, by=town.he, at=timezone.now())


def a_citizen_reads(citizen: Hand) -> None:
    citizen.page.goto(citizen.address)
    citizen.follows("代表述职").follows("林晓梅代表").sees("办成实事三件", "62.00%", "每月接待选民两次")
