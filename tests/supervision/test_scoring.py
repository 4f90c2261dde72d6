"""Marking: all or nothing for each question, whatever the order of the letters; keys that cannot be right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.scoring import LETTERS, Line, key_fault, letters, marked

SOME = st.text(LETTERS, min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("key", "answer", "points"),
    [("A", "A", 5), ("A", "B", 0), ("A", "", 0), ("AB", "BA", 5), ("AB", "A", 0), ("AB", "ABC", 0), ("A", "AA", 5)],
)
def test_all_or_nothing(key, answer, points):
    assert marked([Line(key, answer, 5)]) == points


@given(st.lists(st.tuples(SOME, SOME, st.integers(0, 20))))
def test_points_add_up_and_never_exceed_the_full_score(rows):
    lines = [Line(*row) for row in rows]
    right = [line.points for line in lines if set(line.key) == set(line.answer)]
    assert marked(lines) == sum(right) <= sum(line.points for line in lines)
    assert marked(Line(line.key, letters(reversed(line.key)), line.points) for line in lines) == sum(
        line.points for line in lines
    )


@pytest.mark.parametrize(
    ("kind", "options", "key", "fault"),
    [
        ("single", 4, "C", ""),
        ("single", 4, "AC", "只有一个答案"),
        ("single", 2, "C", "A至B"),
        ("single", 1, "A", "至少写两个选项"),
        ("judge", 2, "B", ""),
        ("judge", 3, "B", "判断题"),
        ("multiple", 4, "ABD", ""),
        ("multiple", 4, "A", "至少有两个答案"),
        ("multiple", 4, "BA", "按顺序"),
        ("multiple", 4, "", "A至D"),
    ],
)
def test_a_key_that_cannot_be_right_is_named(kind, options, key, fault):
    found = key_fault(kind, options, key)
    assert (fault in found) if fault else found == ""
