"""Who may do what in the register, and the reason when not."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from deputies import rules
from foundation.accounts.models import Membership, User
from foundation.accounts.roles import Role
from tests.deputies_cast import add_mandate

DAY = date(2026, 3, 2)
SINCE = date(2022, 1, 1)


def granted(user: User, role: str) -> User:
    """`user` with one more role; the earlier ones stay."""
    Membership.objects.create(user=user, role=role, from_date=SINCE)
    user.forget_memberships()
    return user


@pytest.mark.parametrize(
    ("viewer", "allowed"),
    [
        ("he", True), ("gao", True), ("fang", True), ("zhao", True), ("qian", True), ("luo", False),
        ("lin", True), ("deng", False), ("zhou", False), ("wei", True), ("wu", False), ("sun", False),
        ("shen", False), ("jiang", False), ("stranger", False),
    ],
)  # fmt: skip
def test_who_may_see_a_telephone(cast, register, viewer, allowed):
    verdict = rules.may_see_contact(getattr(cast, viewer), register.lin.deputy)
    assert bool(verdict) is allowed
    assert allowed or verdict.reason.endswith("。")
    assert bool(rules.may_reveal_contact(getattr(cast, viewer), register.lin.deputy.contact)) is allowed


def test_a_delegation_head_sees_his_own_delegation_only(cast, register):
    head = granted(cast.deng, Role.DELEGATION_HEAD)
    assert rules.may_see_contact(head, register.lin.deputy)
    assert not rules.may_see_contact(head, register.zhou.deputy)


def test_a_group_convener_sees_his_own_group_only(cast, register):
    convener = granted(cast.deng, Role.GROUP_CONVENER)
    assert rules.may_see_contact(convener, register.lin.deputy)
    assert not rules.may_see_contact(convener, register.zhou.deputy)


def test_a_township_clerk_sees_the_township_only(cast, register):
    assert not rules.may_see_contact(cast.wei, register.zhou.deputy)


def test_sc_members_see_particulars_but_no_telephone(cast, register):
    assert rules.may_see_particulars(cast.luo, register.lin.deputy)
    assert not rules.may_see_particulars(cast.zhou, register.lin.deputy)


def test_anonymous_visitors_see_neither(register):
    assert not rules.may_see_contact(AnonymousUser(), register.lin.deputy)
    assert not rules.may_see_particulars(AnonymousUser(), register.lin.deputy)
    assert not rules.may_open_register(AnonymousUser())


@pytest.mark.parametrize("keeper", ["he", "gao"])
def test_the_office_keeps_the_register(cast, register, keeper):
    assert rules.may_keep_register(getattr(cast, keeper))


@pytest.mark.parametrize("other", ["lin", "zhao", "fang", "wei", "wu", "shen", "stranger"])
def test_nobody_else_does(cast, register, other):
    verdict = rules.may_keep_register(getattr(cast, other))
    assert (verdict.code, bool(verdict)) == ("role", False)


def test_an_account_is_opened_once_and_for_the_serving(cast, register):
    free = add_mandate(register, "王秀英", register.qingshi)
    assert rules.may_open_account(cast.he, free.deputy, on=DAY)
    assert "已开通" in rules.may_open_account(cast.he, register.lin.deputy, on=DAY).reason
    type(free).objects.filter(pk=free.pk).update(elected_on=date(2027, 1, 1))
    assert "没有在任" in rules.may_open_account(cast.he, free.deputy, on=DAY).reason
