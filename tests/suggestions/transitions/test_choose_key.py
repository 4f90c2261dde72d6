from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from deputies.models import Meeting
from suggestions.models import KeySupervision
from suggestions.transitions.choose_key import choose_key
from suggestions.transitions.split import answer_split, propose_split
from suggestions.transitions.withdraw import withdraw
from tests.suggestions.council import council

pytestmark = pytest.mark.django_db
PARTS = [{"title": f"关于分件{number}的建议", "facts": "案由。", "proposals": "办法。"} for number in (1, 2)]


@pytest.fixture
def facts(road, cast, register):
    """What the council decided."""
    return {
        "meeting": council(register, road.day),
        "leader": cast.qian,
        "government_leader": "副区长 王立",
        "committee": cast.urban_committee,
        "plan": "上半年督办一次。",
    }


def test_the_list_names_meeting_and_both_leaders(road, cast, facts, heard, clocks, told):
    paper = road.assigned()

    key = choose_key(paper, by=cast.he, at=road.at(), **facts)

    assert (key.year, key.leader, str(key.meeting)) == (2026, cast.qian, "区五届人大常委会主任会议第十次会议")
    assert road.fresh(paper).is_key
    assert clocks(key) == {"key_supervision": "2026-12-31"}
    assert heard("key_chosen") == {"qian", "fang", "feng", "chen", "sun", "lin"}
    assert told(paper)[-1] == "choose_key"


def test_only_by_the_office_and_of_what_is_registered(road, cast, facts, refused):
    for who in ("lin", "fang", "qian", "feng", "wei", "stranger"):
        refused(choose_key, road.registered(), by=getattr(cast, who), at=road.at(), **facts, code="role")
    refused(choose_key, road.submitted(), by=cast.he, at=road.at(), **facts, code="state")


def test_not_twice_a_year_and_again_the_next(road, cast, facts, refused):
    paper = road.assigned()
    choose_key(paper, by=cast.he, at=road.at(), **facts)

    refused(choose_key, paper, by=cast.he, at=road.at(), **facts, code="state")
    assert choose_key(paper, by=cast.he, at=road.at(365), **facts).year == 2027


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"government_leader": " "}, "政府领导"),
        ({"leader": "luo"}, "主任、副主任"),
        ({"committee": "sc_office"}, "工作委员会"),
        ({"meeting": "session"}, "请选择主任会议"),
        ({"meeting": "tomorrow"}, "尚未召开"),
    ],
)
def test_what_was_typed_wrongly_is_refused_with_a_sentence(road, cast, register, facts, refused, change, word):
    others = {
        "session": Meeting(term=register.term, kind="session", number=9, opens_on=road.day),
        "tomorrow": Meeting(term=register.term, kind="council", number=11, opens_on=road.day + timedelta(days=1)),
    }
    wrong = {name: others.get(value) or getattr(cast, value, value) for name, value in change.items()}

    said = refused(choose_key, road.assigned(), by=cast.he, at=road.at(), **{**facts, **wrong}, code="input")

    assert word in said
    assert not KeySupervision.objects.exists()


def test_a_row_is_never_deleted(road, cast, facts):
    choose_key(road.assigned(), by=cast.he, at=road.at(), **facts)

    with pytest.raises(DatabaseError), transaction.atomic():
        KeySupervision.objects.all().delete()


def test_a_meeting_of_last_year_counts_for_the_year_it_is_written_down(road, cast, register, facts):
    facts["meeting"] = council(register, date(2025, 12, 20), number=8)

    assert choose_key(road.assigned(), by=cast.he, at=road.at(), **facts).year == 2026


def test_what_was_chosen_stays_chosen_when_it_is_assigned(road, cast, facts):
    paper = road.registered()
    choose_key(paper, by=cast.he, at=road.at(), **facts)

    assert road.assigned(road.fresh(paper)).is_key


def test_nobody_withdraws_or_splits_what_was_chosen(road, cast, facts, refused):
    paper = road.registered()
    split = propose_split(paper, by=cast.he, at=road.at(), reason="涉及两个事项。", parts=PARTS)
    choose_key(paper, by=cast.he, at=road.at(), **facts)

    refused(answer_split, split, by=cast.lin, at=road.at(), agree=True, code="state")
    refused(withdraw, paper, by=cast.lin, at=road.at(), reason="不再需要。", code="state")
