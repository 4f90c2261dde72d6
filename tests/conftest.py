"""What every test may ask for: the cast, and a browser's hand signed in as one of them."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, settings

from foundation.accounts.models import User
from foundation.statements import kept
from foundation.workdays.calendar import compare_again
from tests.cast import Cast, assemble
from tests.deputies_cast import Register, seat
from tests.plugins.tables import django_db_modify_db_settings, django_db_use_migrations

__all__ = ["django_db_modify_db_settings", "django_db_use_migrations"]

# A busy machine draws its examples slowly; that says nothing about the code.
settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("portal")


@pytest.fixture
def cast(db: None) -> Cast:
    """The named cast with today's memberships."""
    return assemble()


@pytest.fixture
def register(cast: Cast) -> Register:
    """The seats of the cast's deputies in the fifth term."""
    return seat(cast)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A function from a person to a client signed in as that person."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="foundation.accounts.backends.NameOrPhoneBackend")
        return client

    return sign_in


@pytest.fixture(autouse=True)
def _fresh_cache(request: pytest.FixtureRequest) -> None:
    """Counters an earlier test left in the cache are gone; tests without a database have none."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        cache.clear()
        # An earlier test's calendar was rolled back; the kept one may still show it.
        compare_again()
        kept.forget()
