from string import ascii_letters, digits

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from foundation.vault.cipher import TamperedValue, decrypt, encrypt
from foundation.vault.keys import UnknownKey

HERE = "demo.person.phone"
SIGNS = f"{ascii_letters}{digits}+/"


@given(st.text(min_size=1, max_size=400, alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_goes_in_comes_out(clear):
    assert decrypt(encrypt(clear, context=HERE), context=HERE) == clear


def test_the_same_text_never_looks_the_same():
    assert len({encrypt("13800000001", context=HERE) for _ in range(50)}) == 50


def test_the_key_is_named_in_front():
    assert encrypt("张三", context=HERE).startswith(f"{settings.VAULT_ACTIVE_KEY}$")


# How far along its characters a text is changed, and into which of the others: drawn apart from the text, which is
# encrypted anew, and differently, each time.
@given(st.integers(0, 10_000), st.integers(1, 63))
def test_any_changed_character_is_noticed(along: int, further: int):
    stored = encrypt("13800000001", context=HERE)
    start = stored.index("$") + 1
    place = start + along % (len(stored) - 2 - start)
    other = SIGNS[(SIGNS.index(stored[place]) + further) % len(SIGNS)]
    with pytest.raises(TamperedValue):
        decrypt(stored[:place] + other + stored[place + 1 :], context=HERE)


@pytest.mark.parametrize("stored", ["13800000001", "k1", "$", "{}$不是编码", "{}$AAAA", "{}$"])
def test_what_was_never_encrypted_is_refused(stored):
    with pytest.raises((TamperedValue, UnknownKey)):
        decrypt(stored.format(settings.VAULT_ACTIVE_KEY), context=HERE)


def test_a_value_moved_to_another_column_does_not_open():
    with pytest.raises(TamperedValue):
        decrypt(encrypt("13800000001", context=HERE), context="demo.person.email")


def test_a_missing_key_is_named(settings):
    stored = encrypt("张三", context=HERE)
    settings.VAULT_KEYS = {"k9": "ab" * 16}
    with pytest.raises(UnknownKey, match=r"VAULT_KEYS"):
        decrypt(stored, context=HERE)


def test_a_key_of_the_same_name_but_other_content_is_noticed(settings):
    stored = encrypt("张三", context=HERE)
    settings.VAULT_KEYS = {settings.VAULT_ACTIVE_KEY: "ab" * 16}
    with pytest.raises(TamperedValue):
        decrypt(stored, context=HERE)
