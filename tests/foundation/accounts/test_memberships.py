from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.people import leaders_in_charge, people_by_organisation, people_with
from foundation.accounts.roles import HANDLING_KINDS, ORGANISATION_KINDS, OrganisationKind, Role

FIRST, LAST = date(2025, 3, 1), date(2025, 6, 30)


def held(user, role, organisation=None, from_date=FIRST, until_date=None):
    return Membership(user=user, role=role, organisation=organisation, from_date=from_date, until_date=until_date)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST - timedelta(1), False),
        (FIRST, True),
        (date(2025, 5, 1), True),
        (LAST, True),
        (LAST + timedelta(1), False),
    ],
)
def test_a_role_is_held_from_its_first_to_its_last_day(cast, day, expected):
    held(cast.stranger, Role.UNIT_OFFICER, cast.education, FIRST, LAST).save()
    assert cast.stranger.has_role(Role.UNIT_OFFICER, on=day) is expected
    assert people_with(Role.UNIT_OFFICER, cast.education, day).filter(pk=cast.stranger.pk).exists() is expected
    assert (cast.education.pk in cast.stranger.organisations(Role.UNIT_OFFICER, on=day)) is expected


def test_a_closed_account_holds_no_role(cast):
    User.objects.filter(pk=cast.wu.pk).update(is_active=False)
    assert not User.objects.get(pk=cast.wu.pk).roles
    assert cast.wu not in people_with(Role.UNIT_OFFICER, cast.education)
    assert people_by_organisation(Role.UNIT_OFFICER, [cast.education.pk]) == {cast.education.pk: set()}


def test_whatever_is_asked_of_a_user_costs_one_query(cast, django_assert_num_queries):
    wu = User.objects.get(pk=cast.wu.pk)
    with django_assert_num_queries(1):
        assert wu.has_role(Role.UNIT_OFFICER)
        assert not wu.has_role(Role.UNIT_HEAD, Role.CLERK)
        assert wu.organisations() == {cast.education.pk}
        assert wu.roles == {Role.UNIT_OFFICER}
        assert wu.role_lines == ["区教育局 承办单位经办人（办公室主任）"]


def test_the_roles_of_a_whole_list_cost_one_query_more(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        lines = {user.username: user.role_lines for user in User.objects.with_memberships()}
    assert lines["he"] == ["代工委 联络工作人员（科员）"]
    assert lines["stranger"] == []
    assert {person: getattr(cast, person).posts for person in ("he", "lin", "stranger")} == {
        "he": ["代工委科员"],
        "lin": ["代表"],
        "stranger": [],
    }


def test_reminders_find_the_people_of_many_units_in_one_query(cast, django_assert_num_queries):
    units = [cast.education.pk, cast.transport.pk, cast.street.pk]
    with django_assert_num_queries(1):
        found = people_by_organisation([Role.UNIT_OFFICER, Role.UNIT_HEAD], units)
    assert found == {units[0]: {cast.wu.pk, cast.zheng.pk}, units[1]: {cast.feng.pk, cast.chen.pk}, units[2]: set()}


def test_the_leader_in_charge_is_found_while_in_office(cast):
    Organisation.objects.filter(pk=cast.education.pk).update(leader_in_charge=cast.qian)
    assert leaders_in_charge([cast.education.pk, cast.transport.pk]) == {cast.education.pk: cast.qian.pk}
    User.objects.filter(pk=cast.qian.pk).update(is_active=False)
    assert leaders_in_charge([cast.education.pk]) == {}


@pytest.mark.parametrize("first", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN])
@pytest.mark.parametrize("second", [Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN])
def test_the_three_administrators_are_three_people(cast, first, second):
    held(cast.stranger, first).save()
    double = held(cast.stranger, second, from_date=date(2026, 1, 1))
    with pytest.raises(ValidationError):
        double.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        double.save()


def test_the_refusal_of_a_second_administrator_says_what_to_do(cast):
    with pytest.raises(ValidationError, match="须由三个不同的人担任，请另选人员"):
        held(cast.shen, Role.AUDIT_ADMIN).full_clean()


def test_an_administrator_may_become_another_one_afterwards(cast):
    held(cast.stranger, Role.SYSTEM_ADMIN, from_date=FIRST, until_date=LAST).save()
    later = held(cast.stranger, Role.AUDIT_ADMIN, from_date=LAST + timedelta(1))
    later.full_clean()
    later.save()
    assert cast.stranger.has_role(Role.AUDIT_ADMIN, on=LAST + timedelta(1))
    assert not cast.stranger.has_role(Role.SYSTEM_ADMIN, on=LAST + timedelta(1))


@pytest.mark.parametrize("where", ["education", None])
def test_the_same_role_twice_at_once_is_refused(cast, where):
    place = getattr(cast, where) if where else None
    role = Role.UNIT_OFFICER if where else Role.DEPUTY
    held(cast.stranger, role, place, FIRST, LAST).save()
    again = held(cast.stranger, role, place, LAST, None)
    with pytest.raises(ValidationError, match="已有相同角色，且日期重叠"):
        again.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()
    held(cast.stranger, role, place, LAST + timedelta(1)).save()


def test_dates_in_the_wrong_order_are_refused(cast):
    wrong = held(cast.stranger, Role.DEPUTY, None, LAST, FIRST)
    with pytest.raises(ValidationError, match="截止日期早于起始日期"):
        wrong.full_clean()
    with pytest.raises(IntegrityError, match="membership_dates_in_order"), transaction.atomic():
        wrong.save()


@pytest.mark.parametrize("role", sorted(ORGANISATION_KINDS))
def test_a_role_is_held_only_in_a_fitting_organisation(cast, role):
    for kind in [None, *OrganisationKind]:
        place = Organisation.objects.create(name=f"示范区测试单位{kind}", kind=kind) if kind else None
        wanted = held(cast.stranger, role, place)
        if kind in ORGANISATION_KINDS[Role(role)]:
            wanted.full_clean()
            wanted.save()
            continue
        with pytest.raises(ValidationError, match="须任职于"):
            wanted.full_clean()
        with pytest.raises(IntegrityError, match="cannot be held"), transaction.atomic():
            wanted.save()


def test_an_update_round_the_model_is_refused_too(cast):
    with pytest.raises(IntegrityError, match="cannot be held"), transaction.atomic():
        Membership.objects.filter(user=cast.wu).update(organisation=cast.sc_office)


def test_what_stands_under_the_government_is_assigned_in_two_steps(cast):
    two_steps = {kind for kind in HANDLING_KINDS if Organisation(name="甲", kind=kind).under_government}
    assert two_steps == {OrganisationKind.HANDLING_UNIT, OrganisationKind.GOVERNMENT_OFFICE}


def test_every_change_of_a_membership_leaves_its_row(cast):
    membership = cast.wu.memberships.get()
    Membership.objects.filter(pk=membership.pk).update(until_date=LAST.replace(year=2026))
    kept = membership.events.order_by("pgh_id").values_list("pgh_label", "until_date")
    assert list(kept) == [("insert", None), ("update", LAST.replace(year=2026))]
