"""The structure of the deputies: overlapping lines, shares of the total, ages on a day, what is not entered."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from deputies.statistics import Member, age_on, structure

ON = date(2026, 3, 1)


def line(dimension: str, **facts: Any) -> SimpleNamespace:
    return SimpleNamespace(
        **{"pk": 1, "name": "", "dimension": dimension, "words": "", "except_words": "", "age_from": None}
        | {"age_to": None}
        | facts
    )


PEOPLE = [
    Member(1, "女", "汉族", "中共党员", "大学", "专业技术人员", date(1991, 3, 1), standing=frozenset({"re_elected"})),
    Member(2, "男", "土家族", "民盟盟员", "大专", "农民", date(1990, 3, 2), standing=frozenset({"new"})),
    Member(3, "女", "", "群众", "高中", "农民工", None, overseas=True),
]


@pytest.mark.parametrize(
    ("one", "keys", "percent", "unknown"),
    [
        (line("sex", words="女"), (1, 3), "66.67", 0),
        (line("ethnic_group", except_words="汉族"), (2,), "33.33", 1),
        (line("party", except_words="中共、共产党"), (2, 3), "66.67", 0),
        (line("education", words="大专、大学"), (1, 2), "66.67", 0),
        (line("occupation", words="工人、农民"), (2, 3), "66.67", 0),
        (line("age", age_to=35), (1, 2), "66.67", 1),
        (line("age", age_from=36, age_to=55), (), "0.00", 1),
        (line("standing", words="连任"), (1,), "33.33", 0),
        (line("overseas"), (3,), "33.33", 0),
    ],
)
def test_lines_overlap_and_every_share_is_of_the_whole(one, keys, percent, unknown):
    [share] = structure(PEOPLE, [one], ON)
    assert (share.keys, share.percent, share.unknown, share.of) == (keys, percent, unknown, 3)


def test_a_birthday_counts_from_its_day():
    assert age_on(date(1990, 3, 2), ON) == 35
    assert age_on(date(1990, 3, 1), ON) == 36
    assert age_on(date(2004, 2, 29), date(2025, 2, 28)) == 20


def test_of_nobody_there_is_no_share():
    [share] = structure([], [line("sex", words="女")], ON)
    assert (share.count, share.percent) == (0, None)
