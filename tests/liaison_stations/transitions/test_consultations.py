"""The monthly consultation: its day, its agenda, decisions with their clocks, minutes, what became of each."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document

from foundation.files.storage import path_of
from foundation.files.store import files_of
from foundation.workdays.arithmetic import is_workday
from foundation.workflow import Refused
from liaison_stations.models import Consultation, ConsultationItem, ConsultationRule
from liaison_stations.rules import consultations as rules
from liaison_stations.transitions import agenda
from liaison_stations.transitions import consultations as act
from tests.liaison_stations.letters_road import AT, running, told

HELD = date(2026, 3, 16)
AFTER = AT + timedelta(days=14)


@pytest.fixture
def planned(road, cast):
    letters = [road.with_lin(), road.with_transport()]
    return act.plan_consultation(held_on=HELD, place="政务服务联络站", letters=letters, by=cast.he, at=AT)


def held(cast, meeting):
    return act.hold_consultation(meeting, chair=cast.qian, attendees="林晓梅、区交通局负责人", by=cast.he, at=AFTER)


def decided(cast, meeting):
    held(cast, meeting)
    first, second = meeting.items.all()
    due = HELD + timedelta(days=20)
    words = {"words": "到现场核实后答复。", "by": cast.he, "at": AFTER}
    act.decide_item(first, decision="unit", unit=cast.transport, due_on=due, **words)
    act.decide_item(second, decision="next", **words)
    return meeting


def test_the_fourteenth_rolls_to_a_working_day(db):
    assert agenda.day_in(date(2026, 3, 1)) == HELD
    assert is_workday(HELD)
    assert agenda.next_day(date(2026, 3, 17)) == date(2026, 4, 14)


def test_the_job_puts_the_late_and_the_long_waiting_on_the_agenda(road):
    old, ended = road.with_lin(), road.answered()
    assert agenda.plan_due(at=AT) is None
    meeting = agenda.plan_due(at=AT + timedelta(days=9))
    assert (meeting.held_on, meeting.state) == (HELD, "planned")
    assert [item.letter for item in meeting.items.all()] == [old]
    assert ended.state == "answered"
    assert agenda.plan_due(at=AT + timedelta(days=10)) is None
    ConsultationRule.objects.update(valid_until=date(2026, 1, 1))
    assert agenda.plan_due(at=AT + timedelta(days=60)) is None


def test_from_the_agenda_to_the_last_outcome(planned, cast):
    assert told("consultation_planned") == {cast.xu.pk, cast.zhao.pk, cast.qian.pk}
    with pytest.raises(Refused, match="还没有到研判日期"):
        act.hold_consultation(planned, chair=cast.qian, attendees="甲", by=cast.he, at=AT)
    with pytest.raises(Refused, match="主任、副主任主持"):
        act.hold_consultation(planned, chair=cast.luo, attendees="甲", by=cast.he, at=AFTER)
    meeting = held(cast, planned)
    assert running(meeting) == ["consultation_minutes"]
    with pytest.raises(Refused, match="还有议题没有研判意见"):
        act.issue_minutes(meeting, by=cast.he, at=AFTER)
    first, second = meeting.items.all()
    words = {"words": "到现场核实后答复。", "by": cast.he, "at": AFTER}
    with pytest.raises(Refused, match="落实单位"):
        act.decide_item(first, decision="unit", due_on=HELD, **words)
    with pytest.raises(Refused, match="完成期限"):
        act.decide_item(first, decision="deputy", **words)
    act.decide_item(first, decision="unit", unit=cast.transport, due_on=HELD + timedelta(days=20), **words)
    act.decide_item(second, decision="next", **words)
    meeting = act.issue_minutes(meeting, by=cast.he, at=AFTER)
    assert (meeting.state, running(meeting), running(first)) == ("minuted", [], ["consultation_item"])
    assert told("minutes_issued") == {cast.feng.pk, cast.chen.pk}
    assert [item.pk for item in ConsultationItem.objects.visible_to(cast.feng)] == [first.pk]
    item = act.settle_item(first, outcome="三盏路灯已修好。", by=cast.feng, at=AFTER)
    meeting.refresh_from_db()
    assert (item.settled_at, meeting.state, running(item)) == (AFTER, "closed", [])
    with pytest.raises(Refused, match="全部落实"):
        act.settle_item(first, outcome="再登记", by=cast.feng, at=AFTER)


def test_the_minutes_name_letters_by_their_numbers(planned, cast):
    meeting = act.issue_minutes(decided(cast, planned), by=cast.he, at=AFTER)
    stored = files_of(meeting).get()
    paper = Document(BytesIO(path_of(stored.sha256).read_bytes()))
    words = "\n".join([line.text for line in paper.paragraphs] + [cell.text for t in paper.tables for cell in t._cells])
    assert "2026年3月集中研判纪要" in words
    assert str(meeting.items.first().letter) in words
    assert "到现场核实后答复" in words
    assert not any(secret in words for secret in ("甲某某", "路灯", "13912345678"))


def test_the_agenda_is_changed_before_the_meeting(planned, cast, road):
    meeting = act.change_consultation(planned, held_on=HELD + timedelta(days=1), place="会议室", by=cast.he, at=AT)
    assert meeting.held_on == HELD + timedelta(days=1)
    with pytest.raises(Refused, match="月内"):
        act.change_consultation(planned, held_on=date(2026, 4, 14), by=cast.he, at=AT)
    letter = meeting.items.first().letter
    with pytest.raises(Refused, match="已在议题中"):
        act.add_item(meeting, letter=letter, by=cast.he, at=AT)
    with pytest.raises(Refused, match="写明议题"):
        act.add_item(meeting, by=cast.he, at=AT)
    act.add_item(meeting, topic="老旧小区停车", by=cast.he, at=AT)
    act.drop_item(meeting.items.first(), by=cast.he, at=AT)
    assert list(meeting.items.values_list("number", flat=True)) == [2, 3]
    with pytest.raises(Refused, match="已经安排"):
        act.plan_consultation(held_on=HELD, by=cast.he, at=AT)


def test_only_the_office_and_who_reads(planned, cast):
    for person in (cast.lin, cast.feng, cast.jiang, cast.zhao):
        assert rules.may_add_item(person, planned, on=HELD).code == "role"
    seen = {name for name, person in cast.people().items() if Consultation.objects.visible_to(person).exists()}
    assert seen == {"he", "xu", "gao", "zhao", "qian", "fang"}
