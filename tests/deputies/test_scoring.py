"""The arithmetic of points: tiers, caps, parts, penalties, minimums, vetoes, rounding."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deputies.scoring import Duty, Grade, Part, Rule, Scheme, cents, grade_of, part_of_year, points_of, ranks, score

D = Decimal


def duties(**how_often: int) -> list[Duty]:
    return [
        Duty(kind, D(1), date(2026, 3, day), f"{kind}{day}") for kind, n in how_often.items() for day in range(1, n + 1)
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule("x", D(3)), ["0.00", "3.00", "6.00", "9.00", "12.00"]),
        (Rule("x", D("0.5")), ["0.00", "0.50", "1.00", "1.50", "2.00"]),
        (Rule("x", D(-1)), ["0.00", "-1.00", "-2.00", "-3.00", "-4.00"]),
        (Rule("x", D(1), cap=D(3)), ["0.00", "1.00", "2.00", "3.00", "3.00"]),
        (Rule("x", D(-5), cap=D(10)), ["0.00", "-5.00", "-10.00", "-10.00", "-10.00"]),
        # the first two give two each, every further one half a point
        (Rule("x", D(2), first=D(2), more=D("0.5")), ["0.00", "2.00", "4.00", "4.50", "5.00"]),
        # 井研: one speech ten, five for each more
        (Rule("x", D(10), first=D(1), more=D(5)), ["0.00", "10.00", "15.00", "20.00", "25.00"]),
        # 井研: three suggestions ten, five more or less for each above or below
        (Rule("x", D(10), "", D(3), True, D(5), short=D(5)), ["0.00", "0.00", "5.00", "10.00", "15.00"]),
        # four activities ten, fewer nothing
        (Rule("x", D(10), first=D(4), together=True), ["0.00", "0.00", "0.00", "0.00", "10.00"]),
    ],
)  # fmt: skip
def test_what_so_many_units_give(rule, expected):
    assert [points_of(rule, D(n)) for n in range(5)] == [D(points) for points in expected]


def test_half_a_cent_goes_up_and_down_for_penalties_alike():
    assert points_of(Rule("x", D("0.335")), D("0.5")) == D("0.17")
    assert points_of(Rule("x", D("-0.25")), D("0.5")) == D("-0.13")


def test_lines_give_what_they_add_in_order_of_their_days():
    rule = Rule("visit", D(2), first=D(2), more=D("0.5"), cap=D("4.75"))

    found = score(Scheme([rule]), reversed(duties(visit=5)))

    assert [(line.key, line.points) for line in found.lines] == [
        ("visit1", D(2)), ("visit2", D(2)), ("visit3", D("0.5")), ("visit4", D("0.25")), ("visit5", D(0)),
    ]  # fmt: skip
    assert found.total == D("4.75")
    assert found.rules[0].is_capped


def test_a_cap_cuts_before_penalties_so_that_surplus_shields_nobody():
    part = Part("session", cap=D(40))
    rules = [Rule("came", D(10), "session"), Rule("late", D(-5), "session")]

    found = score(Scheme(rules, parts=[part]), duties(came=5, late=1))

    assert (found.parts[0].earned, found.parts[0].kept, found.total) == (D(50), D(40), D(35))


def test_the_whole_is_capped_and_never_below_the_floor():
    rules = [Rule("came", D(30)), Rule("absent", D(-50))]
    scheme = Scheme(rules, base=D(60), cap=D(100), floor=D(0))

    assert score(scheme, duties(came=2)).total == D(100)
    assert score(scheme, duties(came=2, absent=1)).total == D(50)
    assert score(scheme, duties(absent=2)).total == D(0)
    assert score(Scheme(rules), duties(absent=2)).total == D(-100)


def test_what_is_missing_to_the_minimum_is_taken_when_the_period_is_over():
    scheme = Scheme([Rule("group", D(2), minimum=D(4), short=D(3))], base=D(60))

    running, over = score(scheme, duties(group=2)), score(scheme, duties(group=2), final=True)

    assert (running.total, over.total) == (D(64), D(58))
    assert running.rules[0].missing == over.rules[0].missing == 2
    assert score(scheme, duties(group=4), final=True).total == D(68)


def test_a_veto_gives_the_lowest_grade_whatever_the_points():
    grades = [Grade("不称职", D(0)), Grade("优秀", D(90)), Grade("称职", D(75))]
    scheme = Scheme([Rule("came", D(40)), Rule("discipline", D(0), veto=True)], base=D(60), grades=grades)

    assert score(scheme, duties(came=1)).grade == "优秀"
    vetoed = score(scheme, duties(came=1, discipline=1))
    assert (vetoed.total, vetoed.grade, vetoed.vetoes) == (D(100), "不称职", ("discipline",))


@pytest.mark.parametrize(
    ("total", "grade"), [("90.00", "优秀"), ("89.99", "称职"), ("75.00", "称职"), ("-3.00", ""), ("74.99", "")]
)
def test_a_grade_begins_with_its_first_point(total, grade):
    assert grade_of([Grade("称职", D(75)), Grade("优秀", D(90))], D(total)) == grade


def test_a_duty_without_rule_gives_nothing_and_is_still_answered():
    found = score(Scheme([], base=D(60)), duties(study=1))
    assert [(line.key, line.points) for line in found.lines] == [("study1", D(0))]
    assert found.total == D(60)


def test_a_rule_of_a_part_the_scheme_does_not_have_is_an_error():
    with pytest.raises(ValueError, match="unknown parts: recess"):
        score(Scheme([Rule("came", D(1), "recess")]), [])


def test_equal_totals_share_a_place():
    assert ranks([D(80), D(95), D(80), D(60)]) == [2, 1, 2, 4]


amounts = st.decimals("0.5", "20", places=1)


@settings(max_examples=40)
@given(
    st.lists(amounts, max_size=8),
    st.decimals("-9", "9", places=2),
    st.decimals("-9", "9", places=2),
    st.one_of(st.none(), st.integers(0, 5)),
    st.one_of(st.none(), st.decimals("0", "50", places=2)),
)
def test_lines_always_add_up_to_the_total(quantities, points, more, first, cap):
    rule = Rule("x", points, first=None if first is None else D(first), more=more, cap=cap)
    rows = [Duty("x", amount, key=place) for place, amount in enumerate(quantities)]

    found = score(Scheme([rule]), rows)

    assert sum((line.points for line in found.lines), D(0)) == found.total == points_of(rule, sum(quantities, D(0)))
    assert all(line.points == cents(line.points) for line in found.lines)


@given(st.lists(st.tuples(st.sampled_from("xy"), amounts), max_size=10), st.booleans())
def test_a_year_as_one_line_of_each_kind_gives_the_same_total(lines, final):
    """What the ranking asks the database for: sums of kinds instead of lines."""
    rules = [
        Rule("x", D("1.5"), first=D(2), more=D("0.5"), cap=D(9)),
        Rule("y", D(-2), cap=D(7)),
        Rule("z", D(1), minimum=D(1), short=D(3)),
    ]
    scheme = Scheme(rules, base=D(60), cap=D(70), grades=[Grade("好", D(61)), Grade("差", D(0))])
    sums = {kind: sum((amount for name, amount in lines if name == kind), D(0)) for kind in "xy"}

    whole = score(scheme, [Duty(kind, amount, key=place) for place, (kind, amount) in enumerate(lines)], final=final)
    summed = score(scheme, [Duty(kind, amount) for kind, amount in sums.items()], final=final)

    assert (whole.total, whole.earned, whole.penalties, whole.grade) == (
        summed.total,
        summed.earned,
        summed.penalties,
        summed.grade,
    )


def test_a_quarter_has_its_share_of_base_caps_and_grade_lines_and_what_a_unit_gives_stays():
    year = Scheme(
        [Rule("x", D(4), "会议", cap=D(30)), Rule("y", D(-5))],
        base=D(60),
        cap=D(100),
        floor=D(10),
        parts=[Part("会议", D(10), D(41))],
        grades=[Grade("优秀", D(90)), Grade("称职", D("75.5"))],
    )
    quarter = part_of_year(year, D("0.25"))

    assert (quarter.base, quarter.cap, quarter.floor) == (D("15.00"), D("25.00"), D("2.50"))
    assert (quarter.parts[0].base, quarter.parts[0].cap) == (D("2.50"), D("10.25"))
    assert [grade.at_least for grade in quarter.grades] == [D("22.50"), D("18.88")]
    assert (quarter.rules[0].points, quarter.rules[0].cap) == (D(4), D("7.50"))
    assert score(quarter, duties(x=3)).total == D("25.00")
    assert score(quarter, duties(x=1, y=1)).total == D("16.50")
    assert part_of_year(year, D(1)) is year
    for share in (D(0), D("1.01")):
        with pytest.raises(ValueError, match="share of the year"):
            part_of_year(year, share)
