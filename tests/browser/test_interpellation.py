"""An interpellation in a browser: too few raise it, enough raise it, it is answered, judged, answered once more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from deputies.models import Mandate, Meeting, MeetingKind
from supervision.models import Ballot, Interpellation
from tests.browser.hand import PHONE, Hand
from tests.cast import PEOPLE, Cast
from tests.deputies_cast import Register, add_mandate
from tests.supervision import ballot_hand

TITLE, TRAMS = "关于公交线路停运的质询案", "关于公交票价调整的质询案"
SILENT, KNOWN = "三条线路下月恢复。", "三条线路已经恢复，时刻表已公布。"
Take = Callable[..., Hand]


@pytest.fixture
def names(town: Cast, register: Register) -> list[str]:
    """Ten deputies of one congress, lin and zhou the first two."""
    more = [f"联名代表{number}" for number in "一二三四五六七八"]
    for name in more:
        add_mandate(register, name, register.qingshi)
    return ["林晓梅", "周建国", *more]


@pytest.fixture
def committee(town: Cast, register: Register) -> list[str]:
    """Three of the standing committee, each with a seat."""
    for key in ballot_hand.COUNCIL:
        seat = add_mandate(register, PEOPLE[key][0], register.chengguan, user=getattr(town, key))
        Mandate.objects.filter(pk=seat.pk).update(sc_member=True)
    return [PEOPLE[key][0] for key in ballot_hand.COUNCIL]


def meeting(register: Register, kind: MeetingKind) -> str:
    day = timezone.localdate()
    return str(Meeting.objects.create(term=register.term, kind=kind, number=33, opens_on=day, closes_on=day))


def ahead(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_ten_deputies_are_answered_in_writing_twice(
    town: Cast, register: Register, names: list[str], hand_of: Take, expected_console: list[str]
) -> None:
    # The browser's own note of the forms that were refused with their sentence.
    expected_console.append("status of 422")
    presidium, session = meeting(register, MeetingKind.PRESIDIUM), str(register.session)
    lin, he, feng = hand_of(town.lin, PHONE), hand_of(town.he), hand_of(town.feng, PHONE)
    lin_raises(lin, session, names)
    he_hands_over(he, TITLE, presidium, "书面答复")
    feng_answers(feng, TITLE, SILENT)
    told_to_the_office(he)
    feng_answers(feng, TITLE, KNOWN, before=SILENT)
    he.finds(TITLE, "待决定、待评价的质询案和提议").follows("登记评价")
    he.fills(dissatisfied="4").presses("登记评价").reads("已登记").sees("已办结")
    lin.page.reload()
    lin.sees("已办结", "第2次答复", KNOWN, "不满意5人", "不满意4人")
    assert [row.dissatisfied for row in Interpellation.objects.get().answers.all()] == [5, 4]


def test_members_of_the_committee_are_answered_by_word_of_mouth_and_vote_on_it(
    town: Cast, register: Register, committee: list[str], hand_of: Take, expected_console: list[str]
) -> None:
    expected_console.append("status of 422")
    council, place = meeting(register, MeetingKind.COUNCIL), meeting(register, MeetingKind.STANDING_COMMITTEE)
    he, luo = hand_of(town.he), hand_of(town.luo, PHONE)
    he_enters_the_paper(he, place, committee)
    he_hands_over(he, TRAMS, council, "口头答复")
    he.follows("答复").fills(speaker="陈刚局长，到会答复", text=SILENT).presses("答复").reads("已答复")
    he_puts_it_to_the_vote(he)
    luo.finds(f"{TRAMS}答复评价", "请您表决").chooses("不满意").presses("提交选票").sees("投票成功")
    the_others_vote(town, "不满意", "满意")
    proposals(he).follows(TRAMS).sees("待答复", "不满意2人", "66.67%")
    he.follows("答复").fills(speaker="陈刚局长，到会答复", text=KNOWN).presses("答复").reads("已答复")
    he.follows("登记评价").fills(dissatisfied="1").presses("登记评价").reads("已登记").sees("已办结")
    proposals(luo).follows(TRAMS).sees("已办结", "第2次答复", KNOWN, "不满意1人")


def lin_raises(lin: Hand, session: str, names: list[str]) -> None:
    """Nine are refused and what was written stays; the tenth makes it an interpellation."""
    written(lin, "代表联名", TITLE, session, names[:-1])
    lin.presses("提出").sees("质询案须10人以上联名，现有9人")
    assert lin.main.locator("[name='title']").input_value() == TITLE
    chosen(lin, names[-1:])
    lin.presses("提出").reads("等候主席团或者主任会议决定").sees("待决定", "联名人（10人）", "10人以上")


def he_enters_the_paper(he: Hand, place: str, names: list[str]) -> None:
    """A paper of the standing committee's members, without one of them first, then with a deputy who is none."""
    written(he, "常委会组成人员联名", TRAMS, place, names[:2])
    he.presses("提出").sees("质询案须3人以上联名，现有2人")
    chosen(he, ["林晓梅"])
    he.presses("提出").sees("林晓梅不是常委会组成人员")
    chosen(he, names[2:])
    he.main.get_by_label("林晓梅", exact=True).uncheck()
    he.presses("提出").reads("已登记").sees("待决定", "联名人（3人）")


def proposals(hand: Hand) -> Hand:
    """The list by the menu; on a phone the menu is behind a button."""
    hand.opens_desk()
    if hand.size == PHONE:
        hand.page.locator("details.phone-more > summary").click()
    return hand.follows("问政询问").follows("质询案")


def written(hand: Hand, whose: str, title: str, place: str, names: list[str]) -> None:
    proposals(hand).follows("提出质询案、专题询问提议").chooses("质询案", whose)
    hand.fills(title=title, question="为什么没有事先听取意见？", content="群众反映强烈，影响出行。")
    hand.picks(body="示范区交通运输局", meeting=place)
    chosen(hand, names)


def chosen(hand: Hand, names: list[str]) -> None:
    for fold in hand.main.locator("details.picker-group:not([open]) > summary").all()[::-1]:
        fold.click()
    hand.chooses(*names)


def he_hands_over(he: Hand, title: str, decided_by: str, answer_form: str) -> None:
    he.finds(title, "待决定、待评价的质询案和提议").follows("交受质询机关答复").presses("交受质询机关答复")
    he.sees("请选择一项").picks(decided_by=decided_by).chooses(answer_form)
    he.fills(due_on=ahead(10)).presses("交受质询机关答复").reads("已交办").sees("待答复", decided_by, answer_form)


def feng_answers(feng: Hand, title: str, text: str, before: str = "") -> None:
    feng.finds(title, "待答复的质询案").sees(*([before] if before else []))
    feng.main.get_by_role("link", name="答复", exact=True).click()
    feng.fills(speaker="陈刚局长", text=text).presses("答复").reads("由联名人评价").sees(text, "待提案人评价")


def told_to_the_office(he: Hand) -> None:
    """Half of the ten are dissatisfied: there has to be a day of the second answer."""
    he.finds(TITLE, "待决定、待评价的质询案和提议").follows("登记评价").fills(dissatisfied="11").presses("登记评价")
    he.sees("联名人共10人，请核对不满意人数").fills(dissatisfied="5").presses("登记评价")
    he.sees("应当再作答复，请填写答复期限").fills(due_on=ahead(5)).presses("登记评价").reads("已登记")
    he.sees("待答复", "不满意5人")


def he_puts_it_to_the_vote(he: Hand) -> None:
    he.follows("安排联名人表决").chooses("无记名电子表决").fills(again_on=ahead(5)).presses("安排联名人表决")
    he.sees("应到", "3人").follows("开始表决").fills(present_number="3").presses("开始表决").reads("已开始表决")


def the_others_vote(town: Cast, *choices: str) -> None:
    """The two others on their own phones; the chair closes and announces."""
    ballot, at = Ballot.objects.latest("pk"), timezone.now()
    for user, choice in zip((town.zhao, town.qian), choices, strict=True):
        ballot_hand.cast_by(ballot, user, choice, at=at)
    ballot_hand.act.close_ballot(ballot.pk, by=town.zhao, at=at)
    ballot_hand.act.announce_ballot(ballot.pk, by=town.zhao, at=at)
