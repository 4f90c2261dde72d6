from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from foundation.accounts.models import User
from foundation.vault import rotation

pytestmark = pytest.mark.django_db
PHONE = User._meta.get_field("phone")


@pytest.fixture
def people(settings):
    """Seven people whose phones are under k1, while k2 is the key to come."""
    settings.VAULT_KEYS, settings.VAULT_ACTIVE_KEY = {"k1": "11" * 16, "k2": "22" * 16}, "k1"
    User.objects.bulk_create(User(username=f"u{n}", name="某", phone=f"1380000000{n}") for n in range(7))
    User.objects.create(username="blank", name="某", phone="")
    settings.VAULT_ACTIVE_KEY = "k2"


def stored() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM accounts_user WHERE phone <> '' ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_everything_moves_to_the_active_key_and_stays_readable(people, settings):
    assert rotation.rotate(PHONE) == 7
    assert all(value.startswith("k2$") for value in stored())
    settings.VAULT_KEYS = {"k2": "22" * 16}
    assert User.objects.get(username="u3").phone == "13800000003"
    assert User.objects.get(username="blank").phone == ""


def test_an_interrupted_rotation_goes_on(people, monkeypatch):
    monkeypatch.setattr(rotation, "BATCH", 2)
    rotation._rotate_batch(PHONE)
    assert [value[:2] for value in stored()].count("k2") == 2
    assert rotation.rotate(PHONE) == 5
    assert rotation.rotate(PHONE) == 0


def test_the_command_counts_first_when_asked(people):
    out = StringIO()
    call_command("rotate_vault_keys", "--dry-run", stdout=out)
    assert "accounts.user.phone：待更换 7 条" in out.getvalue()
    assert all(value.startswith("k1$") for value in stored())
    call_command("rotate_vault_keys", stdout=out)
    assert "accounts.user.phone：已更换 7 条" in out.getvalue()


def test_every_encrypted_column_is_rotated():
    assert {"accounts.user.phone", "accounts.organisation.phone"} <= {f.context for f in rotation.encrypted_fields()}
