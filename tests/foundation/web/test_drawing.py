"""Charts and differences: the picture holds exactly what the figures say."""

from hypothesis import given
from hypothesis import strategies as st

from foundation.web.charts import bar_chart, donut_chart, line_chart, nice_top
from foundation.web.diff import compare

FIGURES = st.lists(st.tuples(st.text(min_size=1, max_size=6), st.integers(0, 10**6)), max_size=12)


@given(st.floats(0.001, 10**9))
def test_an_axis_ends_at_or_above_the_highest_figure_and_not_far(highest):
    assert highest <= nice_top(highest) * 1.0000001 <= highest * 10.000001


@given(FIGURES)
def test_bars_are_as_long_as_their_figures(rows):
    chart = bar_chart("图", rows)
    longest = max((value for _, value in rows), default=0)

    assert len(chart.shapes) == len(rows)
    for shape, (_, value) in zip(chart.shapes, rows, strict=True):
        assert abs(shape["width"] - (value / longest * 100 if longest else 0)) < 0.01


@given(FIGURES)
def test_shares_of_a_ring_never_exceed_the_ring(rows):
    chart = donut_chart("图", rows)

    assert chart.centre == str(sum(value for _, value in rows))
    assert sum(shape["length"] for shape in chart.shapes) <= 2 * 3.14160 * 80


def test_a_line_stands_higher_where_the_figure_is_higher():
    chart = line_chart("图", ["1月", "2月"], [("交办", [10, 40]), ("办结", [0, 5])])

    (_, low), (_, high) = chart.shapes[0]["points"]
    assert high < low
    assert chart.rows == [("1月", 10, 0), ("2月", 40, 5)]
    assert [entry["text"] for entry in chart.legend] == ["交办", "办结"]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_an_axis_of_counts_shows_whole_numbers_from_nought_to_its_end(values):
    chart = line_chart("图", [str(index) for index in range(len(values))], [("件数", values)])

    steps = [int(line["text"]) for line in chart.grid]
    assert steps == sorted(set(steps))
    assert (steps[0], steps[-1]) == (0, nice_top(max(values)))


def test_an_axis_of_marks_may_show_halves():
    chart = line_chart("图", ["1月"], [("得分", [1.5])])

    assert [line["text"] for line in chart.grid] == ["0", "0.5", "1", "1.5", "2"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_parts_of_a_difference_lead_from_old_to_new(old, new):
    parts = compare(old, new)

    assert "".join(part.text for part in parts if part.kind != "new") == old
    assert "".join(part.text for part in parts if part.kind != "gone") == new
