"""Appointments in a browser: the nominee sits the examination on a telephone, and answers for his post later on."""

from collections.abc import Callable
from datetime import date

import pytest

from deputies.models import Meeting
from supervision.models import AppointeeMeasure, Appointment, Ballot, Exam
from tests.browser.hand import PHONE, Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import ballot_hand, people_hand

TODAY = date.today()
POST = "示范区交通运输局局长"
Take = Callable[..., Hand]


@pytest.fixture
def meeting(town: Cast, register: Register) -> str:
    row = people_hand.sc_meeting(register)
    Meeting.objects.filter(pk=row.pk).update(opens_on=TODAY, closes_on=TODAY)
    return str(row)


def test_from_the_bill_to_the_public_decision(town: Cast, meeting: str, hand_of: Take) -> None:
    he, chen, citizen = hand_of(town.he), hand_of(town.chen, PHONE), hand_of()
    he_files_the_bill(he, town)
    chen_is_examined(chen)
    he_tables_it(he, meeting)
    ballot_hand.held_on_paper(Ballot.objects.get(), town, {"赞成": 3, "反对": 0, "弃权": 0})
    he_issues_the_decision(he)
    citizen.page.goto(f"{citizen.address}/supervision/decisions/")
    citizen.follows("示范区人民代表大会常务委员会任免名单").sees(f"任命陈刚为{POST}。")


def test_the_year_in_office_and_what_follows_from_its_ballot(town: Cast, meeting: str, hand_of: Take) -> None:
    people_hand.appointee(town)
    he, chen = hand_of(town.he), hand_of(town.chen, PHONE)
    the_year_is_reported(he, chen, meeting)
    ballot_hand.held_on_paper(Ballot.objects.get(), town, {"满意": 0, "比较满意": 0, "基本满意": 1, "不满意": 2})
    what_follows(he, chen)


def he_files_the_bill(he: Hand, town: Cast) -> None:
    he.follows("人事任免").follows("登记人事任免案")
    he.fills(title="关于提请任命陈刚职务的议案", proposed_by="区人民政府区长", received_on=TODAY.isoformat())
    he.presses("登记，下一步登记人员").reads("已登记").follows("登记拟任免人员")
    he.picks(kind="任命", organ=str(town.transport), user="陈刚（chen）")
    he.fills(name="陈刚", post=POST, reason="考察合格。").presses("登记").reads("已登记")
    he.follows("陈刚").follows("通知本人").presses("通知本人").reads("已通知")


def chen_is_examined(chen: Hand) -> None:
    chen.opens_desk().follows("任前法律知识考试").follows("开始答题").presses("开始答题").reads("已开始")
    for item in Exam.objects.get().items.all():
        for letter in item.key:
            chen.main.locator(f"[name='q{item.order}'][value='{letter}']").check()
    chen.presses("交卷").reads("已交卷").sees("合格")
    chen.opens_desk().follows("供职报告").fills(text="基本情况。", promises="依法行政。").presses("提交").reads(
        "供职报告已提交"
    )


def he_tables_it(he: Hand, meeting: str) -> None:
    he.finds(str(Appointment.objects.get()), "办理中的人事任免").follows("列入议程")
    he.picks(meeting=meeting).presses("列入议程").reads("已列入议程")
    he.follows("安排表决").chooses("无记名纸质投票").presses("安排表决").reads("已安排").sees(f"任命陈刚为{POST}")


def he_issues_the_decision(he: Hand) -> None:
    he.finds(str(Appointment.objects.get()), "办理中的人事任免").sees("通过").follows("印发任免决定")
    he.fills(number="示人常〔2026〕12号").presses("印发并公布").reads("已印发")
    he.follows("陈刚").follows("登记宪法宣誓").fills(pledged_on=TODAY.isoformat(), pledge_note="常委会会议厅，主任监誓")
    he.presses("登记").reads("已登记").sees("主任监誓")


def the_year_is_reported(he: Hand, chen: Hand, meeting: str) -> None:
    he.follows("人事任免").follows("任命人员").follows("年度述职").follows("开展年度述职")
    he.fills(due_on=TODAY.isoformat()).ticks_all("本年测评的机关").presses("开展，通知全体任命人员").reads("已通知")
    report = f"陈刚{TODAY.year}年履职报告"
    chen.finds(report, "待提交的履职报告").follows("提交履职报告")
    chen.fills(text="一年工作。", kept_promises="均已兑现。").presses("提交").reads("履职报告已提交")
    he.finds(report, "待审阅的履职报告").follows("审阅通过").presses("审阅通过").reads("已审阅通过")
    he.follows(f"{TODAY.year}年任命人员述职").follows("安排测评").picks(meeting=meeting)
    he.chooses("无记名纸质投票").presses("安排测评").reads("已安排")


def what_follows(he: Hand, chen: Hand) -> None:
    measure = AppointeeMeasure.objects.order_by("due_on", "pk").first().what
    chen.finds(measure, "待落实的测评要求").sees("测评结果：不满意")
    chen.main.get_by_role("link", name="报告落实情况").first.click()
    chen.fills(text="已整改。").presses("报告落实情况").reads("已报告")
    he.finds(measure, "待确认的测评后续措施").sees("已整改。")
    he.main.get_by_role("link", name="确认落实").first.click()
    he.presses("确认落实").reads("已确认")
