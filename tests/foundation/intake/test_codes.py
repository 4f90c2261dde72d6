"""Tracking numbers and query codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.intake import codes


@pytest.mark.parametrize(
    "typed",
    [
        "信〔2026〕000123",
        "信[2026]123号",
        "信（2026）123",
        " 2026-000123 ",
        "２０２６－１２３",
        "2026000123",
        "信 2026 123",
    ],
)
def test_a_number_is_read_however_it_is_written(typed):
    assert codes.plain_number(typed) == "2026-000123"


@pytest.mark.parametrize("typed", ["", "信", "12", "2026", "二〇二六一二三", "2026-1234567890", "<script>", "0" * 5000])
def test_what_is_no_number_is_none(typed):
    assert codes.plain_number(typed) == ""


@given(st.text(min_size=1, max_size=30))
def test_a_code_is_read_in_small_letters_with_blanks_and_look_alikes(token):
    code = codes.code_of(token)
    assert len(code) == codes.LENGTH
    assert set(code) <= set(codes.ALPHABET)
    typed = f" {codes.grouped(code).lower()} ".replace("0", "o").replace("1", "l").replace("-", "－")
    assert codes.plain_code(typed) == code
    assert codes.code_of(token) == code


def test_a_code_opens_its_own_number_alone():
    kept = codes.code_hash("2026-000001", "7Q3MK9TX")
    assert codes.matches(kept, "2026-000001", "7Q3MK9TX")
    assert not codes.matches(kept, "2026-000002", "7Q3MK9TX")
    assert not codes.matches(kept, "2026-000001", "7Q3MK9TY")
    assert not codes.matches("", "2026-000001", "7Q3MK9TX")
    assert "7Q3MK9TX" not in kept
