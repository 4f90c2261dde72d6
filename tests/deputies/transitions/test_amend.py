"""Correcting a person and a seat: by the office only, kept in the history, nothing written when nothing changed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import now

from deputies.models import Delegation, Term
from deputies.panels.history import field_changes
from deputies.transitions.amend import amend_deputy, amend_seat
from foundation.audit.models import Event
from foundation.workflow import Refused, StaleVersion


def test_the_office_corrects_and_the_history_keeps_what_stood_there(cast, register):
    person = register.lin.deputy
    amend_deputy(person, by=cast.he, at=now(), native_place="湖南长沙", party="中共党员")
    amend_deputy(person, by=cast.he, at=now(), party="群众")
    person.refresh_from_db()
    assert (person.native_place, person.party, person.version) == ("湖南长沙", "群众", 3)
    told = [(change.field, change.before, change.after) for change in field_changes(person)]
    assert told[0] == ("政治面貌", "中共党员", "群众")
    assert ("籍贯", "（空）", "湖南长沙") in told
    event = Event.objects.filter(verb="deputies.amend").latest("pk")
    assert event.actor == cast.he
    assert "群众" not in event.summary


def test_what_is_the_same_writes_nothing(cast, register):
    before = Event.objects.count()
    amend_deputy(register.lin.deputy, by=cast.he, at=now(), sex="female")
    register.lin.deputy.refresh_from_db()
    assert (register.lin.deputy.version, Event.objects.count()) == (1, before)


def test_a_new_name_is_sorted_anew(cast, register):
    person = amend_deputy(register.lin.deputy, by=cast.he, at=now(), name="安晓梅")
    assert person.pinyin_key.startswith("an ")


def test_nobody_else_corrects(cast, register):
    with pytest.raises(Refused):
        amend_deputy(register.lin.deputy, by=cast.lin, at=now(), party="群众")
    with pytest.raises(Refused):
        amend_seat(register.lin, by=cast.wei, at=now(), re_elected=True)


def test_an_older_page_is_noticed(cast, register):
    amend_deputy(register.lin.deputy, by=cast.he, at=now(), version=1, party="群众")
    with pytest.raises(StaleVersion):
        amend_deputy(register.lin.deputy, by=cast.xu, at=now(), version=1, party="中共党员")


def test_a_seat_stays_in_its_term(cast, register):
    amend_seat(register.lin, by=cast.he, at=now(), delegation=register.chengguan, sc_member=True)
    register.lin.refresh_from_db()
    assert (register.lin.delegation, register.lin.sc_member) == (register.chengguan, True)
    told = [(change.field, change.before, change.after) for change in field_changes(register.lin.deputy)]
    assert ("代表团", "青石镇代表团", "城关街道代表团") in told

    earlier = Term.objects.create(congress=register.congress, number=4, ends_on=date(2022, 1, 9))
    elsewhere = Delegation.objects.create(term=earlier, name="青石镇")
    with pytest.raises(ValidationError) as refused:
        amend_seat(register.lin, by=cast.he, at=now(), delegation=elsewhere)
    assert refused.value.message_dict["delegation"] == ["这个代表团不属于第五届，请在同一届中选择。"]


def test_a_sealed_term_is_not_touched(cast, register):
    register.term.sealed_at = now()
    register.term.save()
    with pytest.raises(Refused, match="已经封存"):
        amend_seat(register.lin, by=cast.he, at=now(), re_elected=True)
