"""A seat entered by mistake goes; one that records hang on stays, and the office is told why."""

import pytest
from django.utils.timezone import now

from deputies.models import Deputy, Mandate
from deputies.transitions.record_duty import record_duty
from deputies.transitions.remove_seat import remove_seat
from foundation.audit.models import Event
from foundation.workdays.clock import today
from foundation.workflow import Refused
from tests.deputies_cast import add_mandate


def test_a_mistaken_seat_goes_with_its_person(cast, register):
    seat = add_mandate(register, "王小明", register.qingshi)
    assert remove_seat(seat.pk, by=cast.he, at=now(), reason="重复登记") is None
    assert not Deputy.objects.filter(name="王小明").exists()
    assert "王小明" in Event.objects.get(verb="deputies.remove_seat").summary


def test_of_two_seats_the_person_stays(cast, register):
    further = Mandate.objects.create(deputy=register.lin.deputy, term=register.term, level="city")
    assert remove_seat(further.pk, by=cast.he, at=now(), reason="层级登记错误") == register.lin.deputy


def test_records_are_never_left_without_their_deputy(cast, register):
    seat = add_mandate(register, "王小明", register.qingshi)
    record_duty(seat.deputy, "inspection", on=today(), title="视察", source=register.session, by=cast.he, at=now())
    with pytest.raises(Refused, match="名下已有履职记录1条，撤销登记会使这些记录没有归属"):
        remove_seat(seat.pk, by=cast.he, at=now(), reason="重复登记")
    with pytest.raises(Refused, match="登录账号"):
        remove_seat(register.lin.pk, by=cast.he, at=now(), reason="重复登记")
    with pytest.raises(Refused):
        remove_seat(seat.pk, by=cast.wei, at=now(), reason="重复登记")
    assert Mandate.objects.filter(pk=seat.pk).exists()
