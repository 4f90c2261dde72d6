"""Entering one deputy by hand."""

import pytest
from django.core.exceptions import ValidationError

from deputies.models import Deputy, Mandate
from deputies.transitions.enrol import enrol
from foundation.workdays.clock import now
from foundation.workflow import Refused


def seat_in(register, **fields) -> Mandate:
    return Mandate(term=register.term, delegation=register.qingshi, **fields)


def test_person_seat_and_telephone_in_one(cast, register):
    seat = enrol(Deputy(name="王秀英", sex="female"), seat_in(register), by=cast.he, at=now(), phone="13900001111")
    assert seat.deputy.contact.masked_phone == "139****1111"
    assert seat.deputy.pinyin_initials == "wxy"


def test_nobody_else_may(cast, register):
    with pytest.raises(Refused):
        enrol(Deputy(name="王秀英"), seat_in(register), by=cast.lin, at=now())


def test_a_taken_telephone_writes_nothing(cast, register):
    with pytest.raises(ValidationError, match="另一位代表名下"):
        enrol(Deputy(name="王秀英"), seat_in(register), by=cast.he, at=now(), phone=cast.lin.phone)
    assert not Deputy.objects.filter(name="王秀英").exists()


def test_a_second_seat_at_one_level_is_refused(cast, register):
    with pytest.raises(ValidationError, match="任期重叠，不能再登记"):
        enrol(register.lin.deputy, seat_in(register), by=cast.he, at=now())
