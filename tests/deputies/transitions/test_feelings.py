"""Public feeling from the deputy's word to what became of it: steps, clocks, who hears, who may not."""

from datetime import timedelta

import pytest

from deputies.models import DutyEntry, PublicFeeling
from deputies.transitions import feelings as act
from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from tests.deputies.gatherings import BEFORE

LATER = BEFORE + timedelta(days=2)
WORDS = {"title": "青石桥路灯不亮", "text": "夜间三盏路灯不亮，建议检修。", "place": "青石桥"}


def reported(cast, **changes):
    return act.report_feeling(by=cast.lin, at=BEFORE, **{**WORDS, **changes})


def forwarded(cast):
    feeling = act.receive_feeling(reported(cast), by=cast.he, at=BEFORE)
    return act.forward_feeling(feeling, body=cast.transport, note_text="请核实。", by=cast.he, at=BEFORE)


def told(kind):
    return set(Notice.objects.filter(kind=f"deputies.{kind}").values_list("recipient", flat=True))


def running(feeling):
    return [clock.kind for clock in deadlines.clocks_of(feeling) if clock.is_open]


def test_from_the_report_to_what_became_of_it(cast, register):
    feeling = reported(cast)
    assert (running(feeling), told("feeling_reported")) == (["feeling_receipt"], {cast.he.pk, cast.xu.pk})
    act.receive_feeling(feeling, by=cast.he, at=BEFORE)
    entry = DutyEntry.objects.get()
    assert (entry.kind.code, entry.title, entry.source) == ("public_feeling", "反映社情民意：青石桥路灯不亮", feeling)
    assert (running(feeling), told("feeling_received")) == (["feeling_forward"], {cast.lin.pk})
    act.forward_feeling(feeling, body=cast.transport, by=cast.he, at=BEFORE)
    assert running(feeling) == ["feeling_answer"]
    assert told("feeling_forwarded") == {cast.feng.pk, cast.chen.pk}
    act.answer_feeling(feeling, answer="已经修好。", by=cast.feng, at=LATER)
    assert (running(feeling), told("feeling_answered")) == (["feeling_outcome"], {cast.he.pk, cast.xu.pk})
    act.close_feeling(feeling, adoption="adopted", outcome="三盏路灯已修好。", by=cast.he, at=LATER)
    assert (running(feeling), told("feeling_closed")) == ([], {cast.lin.pk})
    with pytest.raises(Refused, match="已反馈代表"):
        act.close_feeling(feeling, adoption="noted", outcome="再次反馈", by=cast.he, at=LATER)


def test_sent_back_and_reported_again(cast, register):
    feeling = reported(cast)
    act.return_feeling(feeling, reason="请写明是哪三盏。", by=cast.he, at=BEFORE)
    with pytest.raises(Refused, match="代表本人"):
        act.report_again(feeling, by=cast.zhou, at=LATER, **WORDS)
    again = act.report_again(feeling, by=cast.lin, at=LATER, **{**WORDS, "text": "桥头东侧三盏。"})
    assert (again.state, again.text, running(feeling)) == ("reported", "桥头东侧三盏。", ["feeling_receipt"])
    assert not DutyEntry.objects.exists()


def test_taken_back_from_a_wrong_body(cast, register):
    feeling = forwarded(cast)
    act.recall_feeling(feeling, reason="路灯由城管负责。", by=cast.he, at=LATER)
    assert (PublicFeeling.objects.get().body, running(feeling)) == (None, ["feeling_forward"])
    assert told("feeling_recalled") == {cast.feng.pk, cast.chen.pk}
    with pytest.raises(Refused, match="收到转办件的单位"):
        act.answer_feeling(feeling, answer="晚到的答复", by=cast.feng, at=LATER)
    # What no body has to answer is told to the deputy at once.
    act.close_feeling(feeling, adoption="noted", outcome="已列入巡查。", by=cast.he, at=LATER)


@pytest.mark.parametrize("person", ["he", "zhao", "wu", "stranger"])
def test_only_a_serving_deputy_reports(cast, register, person):
    with pytest.raises(Refused, match="在任代表"):
        act.report_feeling(by=getattr(cast, person), at=BEFORE, **WORDS)


def test_only_the_office_passes_on_and_only_the_body_answers(cast, register):
    feeling = reported(cast)
    for person in (cast.lin, cast.zhao, cast.fang, cast.wu):
        with pytest.raises(Refused, match="联络工作机构"):
            act.receive_feeling(feeling, by=person, at=BEFORE)
    with pytest.raises(Refused, match="须在"):
        act.forward_feeling(feeling, body=cast.transport, by=cast.he, at=BEFORE)
    act.receive_feeling(feeling, by=cast.he, at=BEFORE)
    with pytest.raises(Refused, match="政府部门") as refusal:
        act.forward_feeling(feeling, body=cast.sc_office, by=cast.he, at=BEFORE)
    assert refusal.value.field == "body"
    act.forward_feeling(feeling, body=cast.transport, by=cast.he, at=BEFORE)
    for person in (cast.he, cast.wu):
        with pytest.raises(Refused, match="收到转办件"):
            act.answer_feeling(feeling, answer="代答", by=person, at=LATER)


@pytest.mark.parametrize(("changes", "field"), [({"title": " "}, "title"), ({"text": ""}, "text")])
def test_an_empty_report_is_refused_at_its_field(cast, register, changes, field):
    with pytest.raises(Refused) as refusal:
        reported(cast, **changes)
    assert (refusal.value.field, PublicFeeling.objects.count()) == (field, 0)


def test_who_finds_it(cast, register):
    feeling = act.receive_feeling(reported(cast), by=cast.he, at=BEFORE)
    people = ("lin", "zhou", "he", "zhao", "luo", "fang", "feng", "wu", "wei")

    def found():
        return {name for name in people if PublicFeeling.objects.visible_to(getattr(cast, name)).exists()}

    assert found() == {"lin", "he", "zhao"}
    act.forward_feeling(feeling, body=cast.transport, by=cast.he, at=BEFORE)
    assert found() == {"lin", "he", "zhao", "feng"}
