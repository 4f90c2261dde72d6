from datetime import date

import pytest

from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.roles import Role


def person(name: str, role: Role, organisation: Organisation | None = None, **fields) -> User:
    user = User.objects.create_user(name, name=name, password=None, email=fields.pop("email", f"{role}@example.cn"))
    Membership.objects.create(user=user, role=role, organisation=organisation, from_date=date(2020, 1, 1))
    return user


@pytest.fixture
def office(db) -> Organisation:
    return Organisation.objects.create(name="代表工作委员会", kind="sc_committee")


@pytest.fixture
def unit(db) -> Organisation:
    return Organisation.objects.create(name="区教育局", kind="handling_unit")


@pytest.fixture
def other_unit(db) -> Organisation:
    return Organisation.objects.create(name="区住建局", kind="handling_unit")


@pytest.fixture
def clerk(office) -> User:
    return person("联络员小周", Role.CLERK, office)


@pytest.fixture
def officer(unit) -> User:
    return person("经办人小王", Role.UNIT_OFFICER, unit)


@pytest.fixture
def head(unit) -> User:
    return person("负责人老李", Role.UNIT_HEAD, unit)
