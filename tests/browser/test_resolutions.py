"""A resolution in a browser: drafted, voted on, published, carried out by a body, read by everybody."""

from collections.abc import Callable
from datetime import date, timedelta

from deputies.models import Meeting
from supervision.models import Ballot
from tests.browser.hand import Hand
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.supervision import ballot_hand, people_hand

TODAY = date.today()
TITLE = "关于加强公共交通建设的决议"
TASK = "增开两条公交线路"
Take = Callable[..., Hand]


def test_from_the_draft_to_what_was_carried_out(town: Cast, register: Register, hand_of: Take) -> None:
    meeting = people_hand.sc_meeting(register)
    Meeting.objects.filter(pk=meeting.pk).update(opens_on=TODAY, closes_on=TODAY)
    he, feng, citizen = hand_of(town.he), hand_of(town.feng), hand_of()
    he.follows("决议决定").follows("起草决议决定").chooses("决议").picks(meeting=str(meeting))
    he.fills(title=TITLE, text="会议决定：\n增开公交线路。").presses("保存草案").reads("草案已保存")
    he.follows("安排表决").chooses("无记名纸质投票").presses("安排表决").reads("已安排")
    ballot_hand.held_on_paper(Ballot.objects.get(), town, {"赞成": 2, "反对": 1, "弃权": 0})
    he.follows("决议决定").follows(TITLE).follows("公布").fills(number="示人常〔2026〕13号").presses("公布").reads(
        "已公布"
    )
    he.follows("交办落实事项").picks(unit="示范区交通运输局")
    he.fills(title=TASK, due_on=(TODAY + timedelta(days=90)).isoformat()).presses("交办").reads("已交办")
    feng.finds(TASK, "待报告的决议决定落实事项").follows("报告落实情况")
    feng.fills(text="两条线路已开通。").presses("报告").reads("已报告")
    he.finds(TASK, "待确认的决议决定落实事项").sees("两条线路已开通。").follows("确认落实")
    he.fills(result="两条线路开通，覆盖十二个村。").presses("确认落实").reads("已确认")
    citizen.page.goto(f"{citizen.address}/supervision/decisions/")
    citizen.looks().follows(TITLE).sees("示人常〔2026〕13号", "两条线路开通，覆盖十二个村。")
