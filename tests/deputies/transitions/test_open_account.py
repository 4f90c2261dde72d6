"""A deputy's sign-in: opened once, for the serving, by the office."""

import pytest
from django.core.exceptions import ValidationError

from deputies.models import Deputy
from deputies.transitions.open_account import open_account
from foundation.accounts.models import User
from foundation.accounts.roles import Role
from foundation.workdays.clock import now
from foundation.workflow import Refused
from tests.deputies_cast import add_mandate


def test_the_deputy_signs_in_by_telephone_and_must_change_the_password(cast, register):
    seat = add_mandate(register, "王秀英", register.qingshi, phone="13900001111")
    deputy, password = open_account(seat.deputy.pk, by=cast.he, at=now())
    user = User.objects.by_sign_in("139 0000 1111")
    assert user == deputy.user == Deputy.objects.get(pk=deputy.pk).user
    assert user.check_password(password)
    assert user.must_change_password
    assert user.has_role(Role.DEPUTY)
    assert user.username == "wangxiuying"


def test_namesakes_get_different_user_names(cast, register):
    names = []
    for phone in ("13900001111", "13900002222"):
        seat = add_mandate(register, "王秀英", register.qingshi, phone=phone)
        names.append(open_account(seat.deputy.pk, by=cast.he, at=now())[0].user.username)
    assert names == ["wangxiuying", "wangxiuying2"]


def test_a_second_account_is_refused(cast, register):
    with pytest.raises(Refused, match="已开通"):
        open_account(register.lin.deputy.pk, by=cast.he, at=now())


def test_only_the_office_may(cast, register):
    seat = add_mandate(register, "王秀英", register.qingshi, phone="13900001111")
    with pytest.raises(Refused, match="代表联络工作机构"):
        open_account(seat.deputy.pk, by=cast.zhao, at=now())


def test_a_telephone_of_another_account_is_told_and_nothing_is_written(cast, register):
    seat = add_mandate(register, "王秀英", register.qingshi, phone=cast.he.phone)
    before = User.objects.count()
    with pytest.raises(ValidationError):
        open_account(seat.deputy.pk, by=cast.he, at=now())
    assert User.objects.count() == before
