from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from foundation.accounts.models import Organisation, User
from foundation.accounts.roles import OrganisationKind
from foundation.privacy import registry
from foundation.privacy.masking import mask_phone
from foundation.workflow import allow, refuse

AT = datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
PHONE = "13812341234"
PURPOSE = "就第12号建议联系承办单位"


def clerks_only(user, obj):
    return allow() if getattr(user, "username", "") == "clerk" else refuse("仅限联络工作人员。", "role")


@pytest.fixture
def clerk(db) -> User:
    return User.objects.create(username="clerk", name="何敏")


@pytest.fixture
def stranger(db) -> User:
    return User.objects.create(username="stranger", name="莫声")


@pytest.fixture
def unit(db, monkeypatch) -> Organisation:
    """A unit whose telephone clerks may look at."""
    monkeypatch.setattr(registry, "_fields", {})
    registry.register_private(Organisation, "phone", may_reveal=clerks_only, label="联系电话", mask=mask_phone)
    return Organisation.objects.create(name="示范区教育局", kind=OrganisationKind.HANDLING_UNIT, phone=PHONE)
