"""Numbers of terms and sessions."""

import pytest

from deputies.numerals import chinese_number, parse_number


def test_there_and_back():
    for number in range(1, 100):
        assert parse_number(chinese_number(number)) == number


@pytest.mark.parametrize(("text", "number"), [("5", 5), ("十", 10), ("二十一", 21), ("五", 5), ("05", 5)])
def test_what_offices_write(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "甲", "五十五十", "一二", "100"])
def test_what_is_no_number(text):
    assert parse_number(text) is None


def test_beyond_the_range():
    with pytest.raises(ValueError):
        chinese_number(100)
