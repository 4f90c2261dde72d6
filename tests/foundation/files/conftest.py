from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from foundation.accounts.models import Organisation, User
from foundation.accounts.roles import OrganisationKind
from foundation.files import registry
from foundation.workflow import allow, refuse

AT = datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def clerk(db) -> User:
    return User.objects.create(username="clerk", name="何敏")


@pytest.fixture
def owner(db, monkeypatch) -> Organisation:
    """Something that files belong to, and that only the clerk may see."""
    monkeypatch.setattr(registry, "_rules", {})
    registry.register_owner(
        Organisation,
        lambda user, obj: allow() if getattr(user, "username", "") == "clerk" else refuse("仅限工作人员。"),
    )
    return Organisation.objects.create(name="示范区教育局", kind=OrganisationKind.HANDLING_UNIT)
