"""What the writer does with number and query code: each step once, in its time, heard by who must act."""

from datetime import timedelta

import pytest

from foundation import deadlines
from foundation.audit.models import Event
from foundation.notices.models import Notice
from foundation.privacy.models import Erasure
from foundation.workflow import Refused
from liaison_stations.models import Letter
from liaison_stations.states import LetterState
from liaison_stations.transitions import writer as act
from tests.liaison_stations.mailbox import WHEN, WRITER, answered, placed, posted

ANSWER = WHEN + timedelta(days=2)
LATER = WHEN + timedelta(days=3)


def told(kind):
    return set(Notice.objects.filter(kind=f"liaison_stations.{kind}").values_list("recipient", flat=True))


def test_an_answer_to_a_question_lets_the_clock_run_on(cast, net):
    letter = posted(to_station=net.qingshi)
    deadlines.pause(deadlines.clock_of("letter_screening", letter), reason="请来信人补充", by=cast.jiang, at=WHEN)
    Letter.objects.filter(pk=letter.pk).update(asked_at=WHEN)
    after = act.add_word(letter, text="桥头东侧第二、三、四盏。", at=LATER)
    clock = deadlines.clock_of("letter_screening", letter)
    assert (after.asked_at, clock.paused_on) == (None, None)
    assert clock.due_on > clock.original_due_on
    assert [event.text for event in letter.events.filter(kind="said")] == ["桥头东侧第二、三、四盏。"]
    assert told("letter_word") == {cast.jiang.pk}
    assert not Event.objects.filter(summary__contains="东侧").exists()


@pytest.mark.parametrize("state", ["declined", "redirected", "answered", "closed"])
def test_what_has_its_end_takes_no_more_words(cast, net, state):
    letter = placed(state, to_station=net.qingshi)
    with pytest.raises(Refused, match="另写一封信"):
        act.add_word(letter, text="还有一盏。", at=LATER)


def test_a_rating_closes_the_letter_once(cast, net):
    letter = answered(to_station=net.qingshi)
    for wrong in (0, 6):
        with pytest.raises(Refused) as refusal:
            act.rate_letter(letter, rating=wrong, at=LATER)
        assert refusal.value.field == "rating"
    closed = act.rate_letter(letter, rating=5, words="修得很快。", at=LATER)
    assert (closed.state, closed.rating, closed.closed_at) == ("closed", 5, LATER)
    assert told("letter_rated") == {cast.jiang.pk}
    with pytest.raises(Refused, match="已办结"):
        act.rate_letter(letter, rating=1, at=LATER)
    with pytest.raises(Refused):
        act.rate_letter(posted(to_station=net.qingshi), rating=5, at=LATER)


def test_not_settled_is_said_once_and_in_time(cast, net):
    net.qingshi.head = cast.wei
    net.qingshi.save()
    letter = act.rate_letter(answered(at=ANSWER, to_station=net.qingshi), rating=1, at=ANSWER)
    with pytest.raises(Refused, match="没有解决") as empty:
        act.reopen_letter(letter, reason=" ", at=LATER)
    assert empty.value.field == "reason"
    again = act.reopen_letter(letter, reason="只修了一盏。", at=ANSWER + timedelta(days=30))
    assert (again.state, again.closed_at) == (LetterState.ACCEPTED, None)
    assert told("letter_reopened") == {cast.jiang.pk, cast.wei.pk}
    assert [clock.is_open for clock in deadlines.clocks_of(letter)] == [False, True]
    with pytest.raises(Refused, match="还没有答复"):
        act.reopen_letter(letter, reason="再次", at=LATER)


def test_a_second_time_or_too_late_needs_a_new_letter(cast, net):
    letter = answered(at=ANSWER, to_station=net.qingshi)
    with pytest.raises(Refused, match="超过30天"):
        act.reopen_letter(letter, reason="没有修好。", at=ANSWER + timedelta(days=31))
    Letter.objects.filter(pk=letter.pk).update(reopened_at=LATER)
    with pytest.raises(Refused, match="申请过一次"):
        act.reopen_letter(letter, reason="没有修好。", at=LATER)


def test_the_writer_takes_his_name_back_at_once(cast, net):
    letter = posted(to_station=net.qingshi)
    after = act.forget_writer(letter, at=LATER)
    row = type(letter.writer).objects.get()
    assert (row.name, row.phone, row.email, row.address, row.erased_at) == ("", "", "", "", LATER)
    assert after.text
    assert WRITER.phone not in str(Erasure.objects.get().__dict__)
    with pytest.raises(Refused, match="已经删除"):
        act.forget_writer(letter, at=LATER)


def test_publishing_is_forbidden_and_erasure_asked_once(cast, net):
    letter = posted(to_station=net.qingshi, public_wish=True)
    assert not act.forbid_publishing(letter, at=LATER).public_wish
    with pytest.raises(Refused, match="没有同意公开"):
        act.forbid_publishing(letter, at=LATER)
    assert act.ask_erasure(letter, reason="不想留着。", at=LATER).erasure_asked_at == LATER
    with pytest.raises(Refused, match="正在办理"):
        act.ask_erasure(letter, at=LATER)
    assert told("letter_not_public") == told("letter_erasure_asked") == {cast.he.pk, cast.xu.pk}
