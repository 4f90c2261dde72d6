"""Who a signed-in person is as a deputy."""

from datetime import date

from deputies import people
from deputies.models import Level, Mandate
from tests.deputies_cast import add_mandate

DAY = date(2026, 3, 2)


def test_a_deputy_has_his_own_serving_mandates(cast, register):
    assert people.mandates_of(cast.lin, DAY) == [register.lin]
    assert people.delegations_of(cast.lin, DAY) == {register.qingshi.pk}
    assert people.groups_of(cast.lin, DAY) == {register.group.pk}


def test_two_levels_are_two_mandates(cast, register):
    city = Mandate.objects.create(deputy=register.lin.deputy, term=register.term, level=Level.CITY)
    assert set(people.mandates_of(cast.lin, DAY)) == {register.lin, city}


def test_nobody_else_has_one(cast, register):
    add_mandate(register, "王秀英", register.qingshi)
    assert people.mandates_of(cast.he, DAY) == []


def test_asking_again_costs_nothing(cast, register, django_assert_num_queries):
    people.mandates_of(cast.lin, DAY)
    with django_assert_num_queries(0):
        people.delegations_of(cast.lin, DAY)
