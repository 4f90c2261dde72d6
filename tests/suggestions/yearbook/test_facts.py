from datetime import date

import pytest

from suggestions.states import Grade
from suggestions.statistics import rates
from suggestions.yearbook import CaseFacts, Label, PartFacts, Period, Turn, change, counted, share
from suggestions.yearbook.facts import AWAITING, NOT_STATED

ON = date(2026, 6, 10)
D, S = Grade.DISSATISFIED, Grade.SATISFIED


def case(*turns: Turn, parts: tuple[PartFacts, ...] = (), pk: int = 1) -> CaseFacts:
    none = Label("none", "")
    words = {"number": "第1号", "title": "标题", "channel": "recess", "state": "handling", "lead": "林"}
    flags = {"is_converted": False, "is_key": False}
    return CaseFacts(pk, category=none, delegation=none, parts=parts, turns=turns, **words, **flags)


def part(pk: int, result: str = "", role: str = "separate", **facts: object) -> PartFacts:
    label = Label(result, result, (result,)) if result else None
    return PartFacts(pk, 1, Label("7", "教育局"), "handling_unit", role, result=label, **facts)


@pytest.mark.parametrize(
    ("due", "replied", "word"),
    [
        (date(2026, 6, 9), date(2026, 6, 9), "on_time"),
        (date(2026, 6, 9), date(2026, 6, 10), "late"),
        (date(2026, 6, 9), None, "overdue"),
        (ON, None, "running"),
        (None, date(2026, 6, 9), "unclocked"),
    ],
)
def test_punctuality(due, replied, word):
    assert part(1, due_on=due, replied_on=replied).punctuality(ON) == word


@pytest.mark.parametrize(
    ("turns", "word", "after"),
    [
        ((), "", "pending"),
        ((Turn(1, False),), "", "pending"),
        ((Turn(1, True),), AWAITING, "pending"),
        ((Turn(1, True, not_stated=True),), NOT_STATED, "pending"),
        ((Turn(1, True, result=D), Turn(2, False)), D, "pending"),
        ((Turn(1, True, result=D), Turn(2, True)), AWAITING, AWAITING),
        ((Turn(1, True, result=D), Turn(2, True, True)), NOT_STATED, NOT_STATED),
        ((Turn(1, True, result=D), Turn(2, True, result=S)), S, S),
    ],
)
def test_the_word_is_that_of_the_last_answered_round(turns, word, after):
    assert (case(*turns).word("result"), case(*turns).after_complaint("result")) == (word, after)


def test_of_several_units_the_class_that_leaves_most_to_be_done():
    parts = (part(1, "A"), part(2, "C"), part(3, "D", role="co"))
    assert case(Turn(1, True), parts=parts).result.key == "C"
    assert case(Turn(1, False), parts=parts).result is None


def test_shares_are_exact_and_say_when_the_base_is_too_small():
    rows = [case(pk=pk) for pk in range(1, 9)]
    assert share(rows[:1], rows).value == "12.50"
    assert share(rows[:1], rows[:3]).value == "33.33"
    assert share(rows[:2], rows[:3]).value == "66.67"
    assert (share([], []).value, share([], []).mark) == (None, "")
    small = share(rows[:1], rows[:3], least=5)
    assert (small.value, small.mark, small.base, small.keys) == (None, "small", 3, (1,))


def test_the_same_arithmetic_as_everywhere():
    grades = [S, S, D, Grade.BASICALLY, None]
    found = [case(Turn(1, True, result=grade or ""), pk=pk) for pk, grade in enumerate(grades)]
    stated = [one for one in found if one.word("result") in Grade.values]
    same = rates(grades)
    assert share([one for one in stated if one.word("result") == S], stated).value == str(same.satisfied_rate)


def test_rises_of_counts_and_of_rates():
    one, two = counted([case()]), counted([])
    assert change(one, two).value == 1
    rows = [case(pk=pk) for pk in range(1, 4)]
    assert change(share(rows[:1], rows), share(rows, rows)).value == "-66.67"
    assert change(share(rows[:1], rows), share([], [])).value is None


def test_a_period_a_year_back_knows_leap_years():
    found = Period(2024, date(2024, 2, 29), date(2024, 12, 31)).before()
    assert (found.year, found.first, found.last) == (2023, date(2023, 2, 28), date(2023, 12, 31))
    with pytest.raises(ValueError, match="ends on or after"):
        Period(2026, ON, date(2026, 1, 1))
