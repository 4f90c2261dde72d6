"""A letter from hand to hand to its answer: steps, clocks, who hears, who may not, what the writer reads."""

from datetime import timedelta

import pytest

from foundation import deadlines
from foundation.deadlines.models import TimeLimit
from foundation.notices.models import Notice, OutboxMail
from foundation.privacy.erasing import purge_due
from foundation.privacy.models import Erasure
from foundation.workdays.arithmetic import add_workdays
from foundation.workflow import Refused, StaleVersion
from liaison_stations.models import Letter, LetterGround, MailboxRule
from liaison_stations.notices.office_clocks import _hands
from liaison_stations.rules import office_letters as rules
from liaison_stations.states.letter import LetterState
from liaison_stations.transitions import ask_writer, letter_delay, screen_letter, transfer_letter
from liaison_stations.transitions.answer_letter import answer_letter
from liaison_stations.transitions.close_silent import close_all_silent
from liaison_stations.transitions.give_letter import give_to_deputy, hand_back
from liaison_stations.transitions.writer import add_word, reopen_letter
from tests.liaison_stations.letters_road import AT, LATER, running, thread, told
from tests.liaison_stations.net import DAY

ANSWER = {"answer_kind": "not_now", "answer": "路灯属于省道改造范围，今年没有资金，已列入明年计划。"}


def test_a_deputy_answers_himself(road, cast):
    letter = road.posted(to_station=None, to_deputy=road.register.lin.deputy)
    assert running(letter) == ["letter_screening"]
    letter = screen_letter.accept_letter(letter, deputy=road.register.lin.deputy, by=cast.he, at=AT)
    assert (letter.state, running(letter), told("letter_given")) == ("with_deputy", ["letter_deputy"], {cast.lin.pk})
    clock = deadlines.clock_of("letter_deputy", letter)
    assert (clock.user_id, clock.due_on) == (cast.lin.pk, add_workdays(DAY, 3))
    letter = answer_letter(letter, by=cast.lin, at=LATER, **ANSWER)
    assert (letter.state, letter.answer_kind, running(letter)) == ("answered", "not_now", [])
    assert thread(letter, public=True)[-1] == ("answered", f"暂时不能解决。\n{ANSWER['answer']}")
    assert letter.events.last().speaker == "林晓梅代表"
    with pytest.raises(Refused, match="已答复"):
        answer_letter(letter, by=cast.he, at=LATER, **ANSWER)


def test_a_unit_works_on_it_and_the_office_answers(road, cast):
    letter = road.with_transport()
    assert (running(letter), told("letter_transferred")) == (["letter_unit"], {cast.feng.pk, cast.chen.pk})
    assert "示范区交通运输局" in thread(letter, public=True)[-1][1]
    letter = transfer_letter.reply_letter(letter, reply="已检修。", by=cast.feng, at=LATER)
    assert (running(letter), told("letter_replied")) == (["letter_check"], {cast.jiang.pk})
    assert ("replied", "已检修。") in thread(letter, public=False)
    letter = transfer_letter.bounce_reply(letter, reason="写明修了几盏。", by=cast.jiang, at=LATER)
    assert (running(letter), told("letter_bounced")) == (["letter_redo"], {cast.feng.pk, cast.chen.pk})
    letter = transfer_letter.reply_letter(letter, reply="修好三盏。", by=cast.chen, at=LATER)
    letter = answer_letter(letter, answer_kind="solved", answer="修好三盏。", by=cast.he, at=LATER)
    assert (letter.state, running(letter), letter.events.last().speaker) == ("answered", [], "示范区交通运输局")
    assert not [words for kind, words in thread(letter, public=True) if "写明修了几盏" in words]


def test_back_and_elsewhere(road, cast):
    letter = hand_back(road.with_lin(), reason="不在本选区。", by=cast.lin, at=LATER)
    assert (letter.deputy, running(letter), told("letter_handed_back")) == (None, ["letter_routing"], {cast.jiang.pk})
    letter = give_to_deputy(letter, deputy=road.register.deng.deputy, by=cast.jiang, at=LATER)
    letter = hand_back(letter, reason="三天没有答复。", by=cast.he, at=LATER)
    assert told("letter_taken_back") == {cast.deng.pk}
    letter = transfer_letter.transfer_letter(letter, unit=cast.transport, is_complex=True, by=cast.he, at=LATER)
    assert running(letter) == ["letter_complex"]
    letter = transfer_letter.return_letter(letter, reason="路灯由镇里管。", by=cast.feng, at=LATER)
    assert (letter.unit, running(letter)) == (None, ["letter_routing"])
    letter = transfer_letter.transfer_letter(letter, unit=cast.township, by=cast.he, at=LATER)
    assert told("letter_transferred") >= {cast.wei.pk}


@pytest.mark.parametrize(
    ("verb", "code", "state", "words"),
    [("redirect_letter", "lawsuit", "redirected", "人民法院"), ("decline_letter", "advert", "declined", "广告")],
)
def test_the_right_door_with_its_ground(road, cast, verb, code, state, words):
    act, letter = getattr(screen_letter, verb), road.posted()
    ground = LetterGround.objects.get(code=code)
    other = LetterGround.objects.get(code="advert" if code == "lawsuit" else "lawsuit")
    with pytest.raises(Refused, match="现行的理由"):
        act(letter, ground=other, by=cast.he, at=AT)
    letter = act(letter, ground=ground, words="请带好材料。", by=cast.jiang, at=AT)
    kind, text = thread(letter, public=True)[-1]
    assert (letter.state, letter.ground, running(letter), kind) == (state, ground, [], state)
    assert words in text
    assert ground.legal_basis in text
    assert "请带好材料" in text


def test_a_question_stops_the_clock_until_the_writer_answers(road, cast):
    letter = ask_writer.ask_writer(road.with_transport(), question="是哪三盏？", by=cast.feng, at=AT)
    clock = deadlines.clock_of("letter_unit", letter)
    before = clock.due_on
    assert (clock.paused_on, letter.asked_at, thread(letter, public=True)[-1]) == (DAY, AT, ("asked", "是哪三盏？"))
    with pytest.raises(Refused, match="已请来信人补充"):
        ask_writer.ask_writer(letter, question="再问", by=cast.feng, at=AT)
    add_word(letter.pk, text="桥头东侧三盏。", at=AT + timedelta(days=2))
    clock.refresh_from_db()
    assert (clock.paused_on, Letter.objects.get().asked_at) == (None, None)
    assert clock.due_on > before
    letter = ask_writer.ask_writer(letter, question="还在吗？", by=cast.feng, at=LATER)
    ask_writer.go_on(letter, by=cast.he, at=LATER)
    clock.refresh_from_db()
    assert clock.paused_on is None


def test_one_extension(road, cast):
    letter = road.with_transport()
    before = deadlines.clock_of("letter_unit", letter).due_on
    letter = letter_delay.extend_letter(letter, reason="需要采购灯具。", by=cast.he, at=LATER)
    assert deadlines.clock_of("letter_unit", letter).due_on > before
    assert "需要采购灯具" in thread(letter, public=True)[-1][1]
    with pytest.raises(Refused, match="已经延期一次"):
        letter_delay.extend_letter(letter, reason="再延。", by=cast.he, at=LATER)


def test_the_body_asks_for_more_time(road, cast):
    letter = road.with_transport()
    due = deadlines.clock_of("letter_unit", letter).due_on
    assert rules.may_ask_letter_delay(cast.he, letter, on=DAY).code == "role"
    with pytest.raises(Refused, match="没有申请延期"):
        letter_delay.refuse_letter_delay(letter, reason="可以先修。", by=cast.he, at=LATER)

    letter_delay.ask_letter_delay(letter, reason="需要采购灯具。", by=cast.feng, at=AT)
    with pytest.raises(Refused, match="已申请延期"):
        letter_delay.ask_letter_delay(letter, reason="需要采购灯具。", by=cast.feng, at=LATER)
    letter = letter_delay.refuse_letter_delay(letter, reason="可以先修。", by=cast.he, at=LATER)
    assert (letter.delay_asked_at, deadlines.clock_of("letter_unit", letter).due_on) == (None, due)

    letter_delay.ask_letter_delay(letter, reason="灯具已断货。", by=cast.feng, at=LATER)
    letter = letter_delay.extend_letter(letter, reason="灯具要重新采购。", by=cast.he, at=LATER)
    assert letter.delay_asked_at is None
    assert "断货" not in str(thread(letter, public=True))
    assert cast.jiang.pk in told("letter_delay_asked")
    assert cast.feng.pk in told("letter_delay_refused")


def test_more_time_is_asked_for_before_the_last_day(road, cast):
    letter = road.with_transport()
    with pytest.raises(Refused, match="期限已过"):
        letter_delay.ask_letter_delay(letter, reason="需要采购。", by=cast.feng, at=AT + timedelta(days=40))
    letter_delay.ask_letter_delay(letter, reason="需要采购。", by=cast.feng, at=AT)
    assert transfer_letter.reply_letter(letter, reply="已修好。", by=cast.feng, at=LATER).delay_asked_at is None


def test_unanswered_it_climbs_from_deputy_to_station_to_office(road, cast):
    letter = road.with_lin()
    clock = deadlines.clock_of("letter_deputy", letter)
    assert [_hands([clock], level)[clock.pk] for level in (1, 2, 3)] == [
        {cast.lin.pk},
        {cast.jiang.pk},
        {cast.he.pk, cast.xu.pk},
    ]


def test_the_door_of_each_step(road, cast):
    posted, held, unit = road.posted(), road.with_lin(), road.with_transport()
    for person in (cast.lin, cast.feng, cast.zhao, cast.luo, cast.stranger):
        assert rules.may_accept_letter(person, posted, on=DAY).code == "role"
    for person in (cast.he, cast.gao, cast.jiang, cast.wei):
        assert rules.may_accept_letter(person, posted, on=DAY)
    assert [bool(rules.may_answer_letter(person, held, on=DAY)) for person in (cast.lin, cast.zhou, cast.he)] == [
        True,
        False,
        False,
    ]
    assert [bool(rules.may_reply_letter(person, unit, on=DAY)) for person in (cast.chen, cast.wu, cast.he)] == [
        True,
        False,
        False,
    ]
    with pytest.raises(Refused, match="须在"):
        transfer_letter.transfer_letter(posted, unit=cast.transport, by=cast.he, at=AT)
    with pytest.raises(Refused, match="在任代表"):
        give_to_deputy(road.accepted(), deputy=_out_of_office(road), by=cast.he, at=AT)
    with pytest.raises(Refused, match="政府部门") as refusal:
        transfer_letter.transfer_letter(road.accepted(), unit=cast.sc_office, by=cast.he, at=AT)
    assert refusal.value.field == "unit"


def _out_of_office(road):
    from deputies.models import Deputy

    return Deputy.objects.create(name="离任甲")


def test_two_at_once(road, cast):
    letter = road.posted()
    screen_letter.accept_letter(letter, by=cast.he, at=AT, version=letter.version)
    with pytest.raises((StaleVersion, Refused)):
        screen_letter.accept_letter(letter, by=cast.xu, at=AT, version=letter.version)


def test_each_verb_has_its_say_in_the_queue(road, cast):
    letter = road.posted()
    seen = {name for name, person in cast.people().items() if Letter.objects.run_by(person, DAY).exists()}
    assert seen == {name for name, person in cast.people().items() if rules.runs(person, letter, DAY)}
    assert seen == {"he", "xu", "gao", "jiang", "wei"}


def test_who_says_nothing_is_closed_after_the_local_time(road):
    letter = road.answered()
    last = add_workdays(DAY + timedelta(days=1), TimeLimit.objects.on("letter_silent", DAY).amount)
    assert close_all_silent(at=LATER.replace(year=last.year, month=last.month, day=last.day)) == 0
    after = LATER + timedelta(days=40)
    assert close_all_silent(at=after) == 1
    letter.refresh_from_db()
    assert (letter.state, letter.rating, close_all_silent(at=after)) == (LetterState.CLOSED, None, 0)


def test_reopened_it_is_given_out_anew(road, cast):
    letter = reopen_letter(road.answered().pk, reason="第三盏又不亮了。", at=LATER + timedelta(days=2))
    letter = transfer_letter.transfer_letter(letter, unit=cast.transport, by=cast.he, at=LATER + timedelta(days=2))
    assert running(letter) == ["letter_unit"]


def test_no_message_names_the_writer_or_quotes_him(road):
    road.answered()
    told_words = [f"{row.title}{row.body}" for row in Notice.objects.all()]
    mailed = [f"{row.subject}{row.body}" for row in OutboxMail.objects.all()]
    assert told_words
    for words in (*told_words, *mailed):
        assert not any(secret in words for secret in ("甲某某", "13912345678", "路灯"))


def test_what_has_been_kept_long_enough_is_erased(road, cast):
    kept, open_one = road.answered(), road.with_lin()
    Letter.objects.filter(pk=kept.pk).update(state="closed", closed_at=LATER)
    days = MailboxRule.amounts_on(DAY)["letter_keep"]
    assert purge_due(LATER.date() + timedelta(days=days), at=LATER) == 0
    after = LATER + timedelta(days=days + 1)
    assert purge_due(after.date(), at=after) == 1
    gone = Letter.objects.get(pk=kept.pk)
    assert (gone.title, gone.text, gone.erased_at, str(gone)) == ("", "", after, str(kept))
    assert "保存期限届满" in Erasure.objects.latest("pk").reason
    assert Letter.objects.get(pk=open_one.pk).text
    MailboxRule.objects.filter(code="letter_keep").update(valid_until=DAY)
    assert purge_due(after.date(), at=after) == 0
