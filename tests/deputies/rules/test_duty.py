"""Who opens a performance file, and who confirms what a deputy reports."""

import pytest

from deputies import rules
from deputies.models import DutyEntry, DutyKind
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from tests.cast import IN_OFFICE_SINCE
from tests.deputies.duty import DAY, line, reported


def granted(user, role):
    Membership.objects.create(user=user, role=role, from_date=IN_OFFICE_SINCE)
    user.forget_memberships()
    return user


@pytest.mark.parametrize(
    ("viewer", "opens"),
    [
        ("lin", True), ("he", True), ("gao", True), ("zhao", True), ("fang", True), ("luo", True), ("wei", True),
        ("deng", False), ("zhou", False), ("wu", False), ("sun", False), ("jiang", False), ("shen", False),
        ("stranger", False),
    ],
)  # fmt: skip
def test_the_rule_and_the_list_open_the_same_lines(cast, register, viewer, opens):
    entry, user = line(register.lin), getattr(cast, viewer)

    verdict = rules.may_open_duty(user, entry)

    assert bool(verdict) is opens
    assert verdict or verdict.reason.endswith("。")
    assert DutyEntry.objects.visible_to(user).filter(pk=entry.pk).exists() is opens


@pytest.mark.parametrize("role", [Role.DELEGATION_HEAD, Role.GROUP_CONVENER])
def test_who_leads_the_delegation_or_the_group_opens_its_files_only(cast, register, role):
    near, far, head = line(register.lin), line(register.zhou), granted(cast.deng, role)

    assert rules.may_open_duty(head, near)
    assert not rules.may_open_duty(head, far)
    assert list(DutyEntry.objects.visible_to(head)) == [near]


@pytest.mark.parametrize(
    ("viewer", "confirms"),
    [("he", True), ("gao", True), ("deng", True), ("lin", False), ("zhou", False), ("zhao", False), ("wei", False)],
)
def test_the_office_and_the_convener_of_the_group_confirm(cast, register, viewer, confirms):
    granted(cast.deng, Role.GROUP_CONVENER)
    entry, user = reported(register.lin), getattr(cast, viewer)

    assert bool(rules.may_confirm_duty(user, entry, on=DAY)) is confirms
    assert DutyEntry.objects.waiting_for(user).filter(pk=entry.pk).exists() is confirms


def test_a_convener_confirms_neither_his_own_line_nor_what_the_office_confirms(cast, register):
    convener = granted(cast.deng, Role.GROUP_CONVENER)
    own, honour = reported(register.deng), reported(register.lin, "honour")

    assert not rules.may_confirm_duty(convener, own, on=DAY)
    assert not rules.may_confirm_duty(convener, honour, on=DAY)
    assert not DutyEntry.objects.waiting_for(convener).exists()
    DutyKind.objects.filter(code="honour").update(approver="group")
    assert list(DutyEntry.objects.waiting_for(convener)) == [honour]


def test_a_township_clerk_confirms_lines_of_township_deputies(cast, register):
    register.lin.level = "township"
    register.lin.save()
    entry = reported(register.lin, level="township")

    assert rules.may_confirm_duty(cast.wei, entry, on=DAY)
    assert list(DutyEntry.objects.waiting_for(cast.wei)) == [entry]
    assert not rules.may_confirm_duty(cast.jiang, entry, on=DAY)


def test_what_is_decided_is_not_confirmed_again(cast, register):
    assert rules.may_confirm_duty(cast.he, line(register.lin), on=DAY).code == "state"
