from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from foundation.accounts.models import User

AT = datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def clerk(db) -> User:
    """An office clerk."""
    return User.objects.create(username="clerk", name="何敏")


@pytest.fixture
def thing(db) -> User:
    """Something that things are done to."""
    return User.objects.create(username="thing", name="对象")
