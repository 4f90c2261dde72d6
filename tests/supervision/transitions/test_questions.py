"""Questioning through its five stages, the floor, who hears, who may not, and in which order."""

import pytest

from deputies.models import DutyEntry, Meeting
from foundation.workflow import Refused
from supervision.models import FloorQuestion, QuestionSession
from supervision.transitions import question_floor as floor
from supervision.transitions import question_sessions as act
from tests.supervision.question_hand import (
    AT,
    HELD,
    body_seat,
    called,
    held,
    listed,
    planned,
    reported,
    reviewed,
    seat,
    sorting,
    told,
)

BUREAU = {"feng", "chen"}


def test_five_stages_the_party_committee_first(cast, register):
    session = planned(cast, register)
    with pytest.raises(Refused, match="先向党委报告"):
        act.mobilise_session(session.pk, by=cast.fang, at=AT)
    with pytest.raises(Refused, match="请填写报告日期"):
        act.report_session(session.pk, by=cast.fang, at=AT)
    act.report_session(session.pk, reported_on=AT.date(), by=cast.fang, at=AT)
    act.mobilise_session(session.pk, by=cast.fang, at=AT)
    assert told("session_mobilised") == {"lin", "zhou"}
    with pytest.raises(Refused, match="须在“"):
        act.call_session(session.pk, by=cast.fang, at=AT)
    act.sort_session(session.pk, by=cast.fang, at=AT)
    with pytest.raises(Refused, match="至少一个问题"):
        act.call_session(session.pk, by=cast.fang, at=AT)
    listed(session, cast.lin, cast.transport)
    session = act.call_session(session.pk, by=cast.fang, at=AT)
    assert (session.state, told("session_called")) == ("holding", {"lin", "zhou"} | BUREAU)
    assert session.rule.code == "question_review"


def test_to_its_end(cast, register):
    session = held(cast, register)
    assert session.state == "reviewing"
    kinds = set(DutyEntry.objects.values_list("deputy__name", "kind__code"))
    assert kinds == {("林晓梅", "inquiry"), ("周建国", "inquiry")}
    with pytest.raises(Refused, match="还有1个问题没有销号"):
        floor.close_session(session.pk, result="完成。", by=cast.fang, at=HELD)
    issue = session.issues.get()
    reviewed(reported(issue, cast), cast, 10, 0, 0)
    done = floor.close_session(session.pk, result="一个问题，已解决。", by=cast.fang, at=HELD)
    assert (done.state, done.published_at, told("session_closed")) == (
        "closed",
        HELD,
        {"lin", "zhou"} | BUREAU,
    )


def test_the_floor_prepared_called_up_answered_followed(cast, register):
    session = called(cast, register)
    prepared = floor.ask_question(session.pk, text="预备的问题", by=cast.lin, at=AT)
    left = floor.ask_question(session.pk, text="没有问到的", by=cast.zhou, at=AT)
    assert prepared.state == "prepared"
    seen = {name: list(FloorQuestion.objects.visible_to(getattr(cast, name))) for name in ("feng", "zhou", "fang")}
    assert (seen["feng"], seen["zhou"], len(seen["fang"])) == ([], [left], 2)
    with pytest.raises(Refused, match="还没有开始"):
        floor.call_up(prepared.pk, by=cast.fang, at=AT)
    floor.open_floor(session.pk, by=cast.fang, at=HELD)
    floor.call_up(prepared.pk, by=cast.fang, at=HELD)
    with pytest.raises(Refused, match="由应答单位"):
        floor.answer_question(prepared.pk, seat=body_seat(session), speaker="吴倩", text="答", by=cast.wu, at=HELD)
    floor.answer_question(prepared.pk, seat=body_seat(session), speaker="局长", text="答", by=cast.feng, at=HELD)
    prepared.refresh_from_db()
    more = floor.ask_question(session.pk, text="追问", follows=prepared, by=cast.lin, at=HELD)
    assert (prepared.state, more.state, more.follows) == ("answered", "asked", prepared)
    with pytest.raises(Refused, match="只能登记本人"):
        floor.ask_question(session.pk, text="代问", seat=seat(session, "zhou"), by=cast.lin, at=HELD)
    session.refresh_from_db()
    floor.shut_floor(session.pk, present=[seat(session, "lin")], summary="问答。", by=cast.fang, at=HELD)
    left.refresh_from_db()
    assert left.state == "passed"
    assert DutyEntry.objects.get().deputy == register.lin.deputy
    with pytest.raises(Refused, match="已经结束"):
        floor.ask_question(session.pk, text="迟了", by=cast.lin, at=HELD)


def test_a_body_drawn_at_random_hears_at_the_opening(cast, register):
    session = called(cast, register, bodies=[], drawn=[cast.transport])
    assert told("session_called") == {"lin", "zhou"}
    assert not QuestionSession.objects.visible_to(cast.feng).exists()
    floor.open_floor(session.pk, by=cast.fang, at=HELD)
    assert told("floor_opened") >= BUREAU
    assert QuestionSession.objects.visible_to(cast.feng).exists()


def test_a_thematic_inquiry_is_decided_an_inquiry_goes_straight(cast, register):
    council = Meeting.objects.create(term=register.term, kind="council", number=3)
    thematic = planned(cast, register, kind="thematic")
    with pytest.raises(Refused, match="请选择会议"):
        act.report_session(thematic.pk, reported_on=AT.date(), by=cast.fang, at=AT)
    act.report_session(thematic.pk, decided_by=council, by=cast.fang, at=AT)
    assert act.mobilise_session(thematic.pk, by=cast.fang, at=AT).state == "mobilising"
    inquiry = planned(cast, register, kind="inquiry")
    assert act.call_session(inquiry.pk, by=cast.fang, at=AT).state == "holding"


def test_who_finds_it_and_who_runs_it(cast, register):
    session = sorting(cast, register)
    names = ("he", "fang", "zhao", "luo", "lin", "zhou", "deng", "feng", "wu", "wei", "sun", "stranger")
    found = {name for name in names if QuestionSession.objects.visible_to(getattr(cast, name)).exists()}
    assert found == {"he", "fang", "zhao", "luo", "lin", "zhou"}
    for name in ("lin", "zhao", "feng", "wei", "stranger"):
        with pytest.raises(Refused) as refusal:
            act.call_session(session.pk, by=getattr(cast, name), at=AT)
        assert refusal.value.code == "role"
    with pytest.raises(Refused, match="本人所在的组织单位"):
        planned(cast, register, by=cast.wei)
    town = planned(cast, register, by=cast.wei, organiser=cast.township)
    assert QuestionSession.objects.run_by(cast.wei, AT.date()).get() == town
    act.cancel_session(town.pk, reason="另行安排", by=cast.wei, at=AT)
    assert told("session_cancelled") >= {"lin", "zhou"}
