import pytest

from foundation.vault.checks import vault_keys_usable


def ids() -> list[str]:
    return [error.id for error in vault_keys_usable()]


def test_the_keys_of_this_installation_are_usable():
    assert ids() == []


@pytest.mark.parametrize(
    ("keys", "active", "lookup", "found"),
    [
        ({}, "", "ab" * 32, ["vault.E001"]),
        ({"k1": "short"}, "k1", "ab" * 32, ["vault.E002"]),
        ({"k$1": "ab" * 16}, "k$1", "ab" * 32, ["vault.E002"]),
        ({"k1": "ab" * 16}, "k2", "ab" * 32, ["vault.E003"]),
        ({"k1": "ab" * 16}, "k1", "", ["vault.E004"]),
        ({"k1": "ab" * 16}, "k1", "zz" * 32, ["vault.E004"]),
    ],
)
def test_what_is_missing_is_named_with_its_mend(settings, keys, active, lookup, found):
    settings.VAULT_KEYS, settings.VAULT_ACTIVE_KEY, settings.VAULT_LOOKUP_KEY = keys, active, lookup
    assert ids() == found
    assert all("生成方法" in error.hint or "VAULT_ACTIVE_KEY" in error.hint for error in vault_keys_usable())
