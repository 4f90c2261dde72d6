"""A deliberation opinion in a browser: from the meeting until it is struck off, sent back once, read by a stranger."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone

from deputies.models import Meeting
from supervision.models import Ballot, DeliberationOpinion
from supervision.states.ballots import BallotMode
from supervision.transitions import opinion_handling, opinion_review
from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import ballot_hand, opinion_hand

TODAY = date.today()
TITLE = "关于公共交通工作报告的审议意见"
NUMBER = "示人常审〔2026〕3号"
Take = Callable[..., Hand]


def test_from_the_meeting_until_it_is_struck_off(
    town: Cast, register: Register, hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    meeting = opinion_hand.meeting(register)
    council = opinion_hand.meeting(register, "council", 50)
    Meeting.objects.filter(pk=meeting.pk).update(opens_on=TODAY, closes_on=TODAY)
    he, fang, feng = hand_of(town.he), hand_of(town.fang), hand_of(town.feng)
    it_is_handed_over(he, fang, str(meeting), str(council))
    feng_handles(feng, fang)
    feng_is_late(feng)
    it_is_balloted(fang, town, str(meeting))
    fang.finds(TITLE, "审议意见：待交办、待审议").follows("退回重新办理")
    fang.fills(text="候车亭没有建成。", until=(TODAY + timedelta(days=30)).isoformat())
    fang.presses("退回重新办理").reads("已退回")
    the_second_report_is_balloted(town)
    fang.finds(TITLE, "审议意见：待交办、待审议").follows("通过并销号").fills(text="测评为满意。")
    fang.presses("通过并销号").reads("已销号")
    a_stranger_reads(he, hand_of())


def it_is_handed_over(he: Hand, fang: Hand, meeting: str, council: str) -> None:
    fang.follows("审议意见").follows("整理审议意见").picks(meeting=meeting)
    fang.fills(title=TITLE, text="加密班次。\n增设候车亭。", heard_on=TODAY.isoformat()).presses("登记").reads("已登记")
    he.finds(TITLE, "审议意见：待交办、待审议").follows("主任会议通过").picks(council=council)
    he.fills(adopted_on=TODAY.isoformat()).presses("主任会议通过").reads("已登记")
    fang.finds(TITLE, "审议意见：待交办、待审议").follows("交办").picks(unit="示范区交通运输局")
    fang.fills(number=NUMBER).chooses("一般事项").presses("交办").reads("已交办")
    with fang.page.expect_download() as taken:
        fang.main.get_by_role("link", name="交办文件").click()
    assert taken.value.suggested_filename.endswith(".docx")


def feng_handles(feng: Hand, fang: Hand) -> None:
    feng.finds(TITLE, "待办理的审议意见").follows("报送处理方案")
    feng.fills(text="五月底前完成。").presses("报送").reads("已报送")
    feng.follows("送委员会征求意见").fills(text="已加密八条线路。").presses("送委员会征求意见").reads("已送交")
    fang.finds(TITLE, "审议意见：待交办、待审议").follows("提出意见").fills(text="请补充候车亭建设情况。")
    fang.presses("提出意见").reads("已反馈")


def feng_is_late(feng: Hand) -> None:
    """The last day was yesterday, as it would be in some months."""
    DeliberationOpinion.objects.update(due_on=TODAY - timedelta(days=1))
    feng.finds(TITLE, "待办理的审议意见").sees("请补充候车亭建设情况。").follows("报送书面报告")
    feng.fills(text="已研究处理。", adopted="均已采纳。", effect="候车时间缩短。").presses("报送")
    feng.sees("请写明逾期的原因").fills(late_reason="雨季停工。").presses("报送").reads("已报送")


def it_is_balloted(fang: Hand, town: Cast, meeting: str) -> None:
    fang.finds(TITLE, "审议意见：待交办、待审议").follows("组织测评")
    fang.picks(meeting=meeting, rule_code="满意度测评（全体组成人员半数）").chooses("无记名纸质投票")
    fang.presses("组织测评").reads("已安排")
    ballot_hand.held_on_paper(Ballot.objects.get(), town, {"满意": 0, "基本满意": 1, "不满意": 2})


def the_second_report_is_balloted(town: Cast) -> None:
    """The same steps once more, without the pages."""
    opinion, at = DeliberationOpinion.objects.get(), timezone.now()
    opinion_hand.send(opinion, town, at)
    opinion_handling.comment_opinion(opinion.pk, text="同意。", by=town.fang, at=at)
    opinion_hand.report(opinion, town, effect="候车亭已启用。", at=at)
    rule, mode = "satisfaction", BallotMode.PAPER
    facts = {"meeting": opinion.meeting, "rule_code": rule, "mode": mode, "by": town.fang, "at": at}
    ballot = opinion_review.ballot_opinion(opinion.pk, **facts)
    ballot_hand.held_on_paper(ballot, town, {"满意": 3, "基本满意": 0, "不满意": 0})


def a_stranger_reads(he: Hand, citizen: Hand) -> None:
    he.follows("审议意见").follows(TITLE).follows("公开").presses("公开").reads("已通报代表")
    citizen.page.goto(f"{citizen.address}/supervision/open/opinions/")
    citizen.looks().follows(TITLE).sees("已销号", NUMBER, "雨季停工。", "候车亭已启用。")
    assert citizen.main.get_by_text("请补充候车亭建设情况。").count() == 0
