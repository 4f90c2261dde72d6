"""Which rows: on a day, of a person, for a viewer."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from deputies.models import Congress, Delegation, Deputy, Level, Mandate, MandateStatusChange, Meeting, Term
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.workdays.clock import now
from tests.deputies_cast import add_mandate

DAY = date(2026, 3, 2)


def changed(seat: Mandate, status: str, on: date, reason: str = "detained") -> None:
    MandateStatusChange.objects.create(
        mandate=seat, from_status=seat.status, to_status=status, reason=reason, effective_on=on, at=now()
    )
    Mandate.objects.filter(pk=seat.pk).update(
        status=status, reason=reason if status != "serving" else "", status_since=on
    )
    seat.refresh_from_db()


def serving(seat: Mandate, day: date) -> bool:
    return Mandate.objects.serving_on(day).filter(pk=seat.pk).exists()


def test_serving_follows_the_status_of_that_day(register):
    changed(register.lin, "suspended", date(2026, 3, 1))
    changed(register.lin, "serving", date(2026, 5, 1))
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 4, 30), date(2026, 5, 1)]
    assert [serving(register.lin, day) for day in days] == [True, False, False, True]


def test_an_ended_mandate_still_served_before(register):
    changed(register.lin, "ended", DAY, "resigned")
    assert [serving(register.lin, DAY - timedelta(1)), serving(register.lin, DAY)] == [True, False]


def test_a_by_elected_deputy_serves_from_his_election(register):
    Mandate.objects.filter(pk=register.lin.pk).update(by_election=True, elected_on=DAY)
    assert [serving(register.lin, DAY - timedelta(1)), serving(register.lin, DAY)] == [False, True]


def test_nobody_serves_outside_the_term(register):
    Term.objects.filter(pk=register.term.pk).update(ends_on=date(2026, 12, 31))
    assert [serving(register.lin, day) for day in (date(2022, 1, 9), date(2022, 1, 10), date(2027, 1, 1))] == [
        False,
        True,
        False,
    ]


def test_of_user_finds_all_seats_of_a_person(cast, register):
    Mandate.objects.create(deputy=register.lin.deputy, term=register.term, level=Level.CITY)
    assert Mandate.objects.of_user(cast.lin).count() == 2
    assert not Mandate.objects.of_user(cast.he).exists()


def test_current_term_and_latest_session(register):
    assert Term.objects.current() == register.term
    assert Term.objects.current(Level.DISTRICT) == register.term
    assert Term.objects.current(Level.TOWNSHIP) is None
    Meeting.objects.create(term=register.term, number=4)
    assert Meeting.objects.latest_session(register.term) == register.session
    assert Meeting.objects.session_open_on(register.term, date(2026, 1, 13)) == register.session
    assert Meeting.objects.session_open_on(register.term, DAY) is None


def test_delegations_are_found_with_and_without_the_word(register):
    assert Delegation.objects.named("青石镇代表团").get() == Delegation.objects.named("青石镇").get()


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [
        ("he", {"lin", "zhou", "deng"}),
        ("gao", {"lin", "zhou", "deng"}),
        ("fang", {"lin", "zhou", "deng"}),
        ("zhao", {"lin", "zhou", "deng"}),
        ("luo", {"lin", "zhou", "deng"}),
        ("lin", {"lin", "zhou", "deng"}),
        ("wei", {"lin", "deng"}),
        ("wu", set()),
        ("sun", set()),
        ("shen", set()),
        ("stranger", set()),
    ],
)
def test_who_sees_which_rows(cast, register, viewer, seen):
    rows = Mandate.objects.visible_to(getattr(cast, viewer))
    assert {row.pk for row in rows} == {getattr(register, key).pk for key in seen}


def test_a_deputy_sees_colleagues_of_his_own_term_only(cast, register):
    township = Congress.objects.create(name="青石镇人民代表大会", short_name="镇人大", level=Level.TOWNSHIP)
    other = Term.objects.create(congress=township, number=19, is_current=True)
    seat = Mandate.objects.create(deputy=register.zhou.deputy, term=other, level=Level.TOWNSHIP)
    assert seat not in Mandate.objects.visible_to(cast.lin)
    assert seat in Mandate.objects.visible_to(cast.zhou)


def test_a_township_clerk_sees_the_seats_of_his_townships_congress(cast, register):
    area = register.qingshi.area
    township = Congress.objects.create(name="青石镇人大", short_name="镇人大", level=Level.TOWNSHIP, area=area)
    other = Term.objects.create(congress=township, number=19, is_current=True)
    seat = Mandate.objects.create(deputy=register.zhou.deputy, term=other, level=Level.TOWNSHIP)
    assert seat in Mandate.objects.visible_to(cast.wei)
    Membership.objects.filter(user=cast.wei).update(until_date=date(2025, 1, 1))
    cast.wei.forget_memberships()
    assert not Mandate.objects.visible_to(cast.wei).exists()


def test_the_public_sees_serving_deputies_of_the_home_congress(register):
    add_mandate(register, "王秀英", None, level=Level.CITY)
    changed(register.deng, "suspended", date(2026, 1, 1))
    assert {row.pk for row in Mandate.objects.visible_to(AnonymousUser())} == {register.lin.pk, register.zhou.pk}


@pytest.mark.parametrize("typed", ["林晓", "晓梅", "lxm", "LXM", "lin xiao", " lin x"])
def test_names_are_found_by_characters_and_pinyin(register, typed):
    assert list(Deputy.objects.search(typed)) == [register.lin.deputy]


def test_nonsense_finds_nobody(register):
    assert not Deputy.objects.search("zzz").exists()
    assert Deputy.objects.search(" ").count() == 3


def test_a_delegation_is_listed_for_whoever_sees_its_deputies(cast, register):
    assert list(Delegation.objects.visible_to(cast.wei)) == [register.qingshi]
    assert Role.TOWNSHIP_CLERK in cast.wei.roles
