import pytest

from foundation.accounts.phones import is_mobile, is_phone, masked, normalise_phone


@pytest.mark.parametrize(
    "typed",
    [
        "13812341234",
        "１３８１２３４１２３４",
        "138 1234 1234",
        "138-1234-1234",
        "138—1234—1234",
        "+86 138 1234 1234",
        "0086-13812341234",
        " 13812341234　",
    ],
)
def test_a_number_is_read_however_it_is_typed(typed):
    assert normalise_phone(typed) == "13812341234"


@pytest.mark.parametrize(
    ("number", "mobile", "phone"),
    [
        ("13812341234", True, True),
        ("057188886666", False, True),
        ("12812341234", False, True),
        ("1381234", False, True),
        ("abc", False, False),
        ("", False, False),
    ],
)
def test_mobile_and_fixed_numbers_are_told_apart(number, mobile, phone):
    assert (is_mobile(number), is_phone(number)) == (mobile, phone)


def test_a_masked_number_keeps_its_ends():
    assert (masked("13812341234"), masked("88886"), masked("")) == ("138****1234", "****86", "")
