"""Months and days in every dress."""

from datetime import date, datetime

import pytest

from foundation.documents.reading.dates import MonthStyle, read_date, read_month
from foundation.documents.reading.faults import CellFault


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("1975.08", "1975-08"),
        ("1975.8", "1975-08"),
        ("1975年8月", "1975-08"),
        ("1975 年 8 月", "1975-08"),
        ("１９７５．０８", "1975-08"),
        ("1975-08", "1975-08"),
        ("1975/8", "1975-08"),
        ("1975年8月生", "1975-08"),
        ("197508", "1975-08"),
        (197508, "1975-08"),
        (198103.0, "1981-03"),
        (1975.08, "1975-08"),
        (1975.1, "1975-10"),
        (1975.01, "1975-01"),
        (1990.11, "1990-11"),
        (1990.12, "1990-12"),
        ("1975年1月", "1975-01"),
        ("1975-1", "1975-01"),
        ("一九七五年八月", "1975-08"),
        ("一九七五年十二月", "1975-12"),
        ("二〇〇〇年十月", "2000-10"),
        (date(1975, 8, 1), "1975-08"),
        (datetime(1975, 8, 1), "1975-08"),
        (27607.0, "1975-08"),
    ],
)
def test_months(value, month):
    read = read_month(value)
    assert (f"{read.first:%Y-%m}", read.has_day) == (month, False)


@pytest.mark.parametrize("value", ["1975.08.15", "1975年8月15日", "19750815", date(1975, 8, 15), "1975-08-15 00:00:00"])
def test_days_keep_their_day(value):
    read = read_month(value)
    assert (read.first, read.has_day) == (date(1975, 8, 15), True)


@pytest.mark.parametrize("value", ["", None, "  ", "\u3000"])
def test_blank_is_nothing(value):
    assert read_month(value) is None
    assert read_date(value) is None


@pytest.mark.parametrize(
    ("value", "mend"),
    [
        ("1975.13", "月份应在1至12之间"),
        (1975.2, None),
        ("1975.00", "月份应在1至12之间"),
        ("1975年2月30日", "2月没有30日"),
        ("0975.08", "年份应写四位数"),
        ("75.08", "请写成如“1975.08”"),
        ("1975", "请写成如“1975.08”"),
        ("不详", "请写成如“1975.08”"),
        ("Aug-75", "请写成如“1975.08”"),
    ],
)
def test_what_is_no_month_says_how_to_write_it(value, mend):
    if mend is None:
        assert read_month(value).first == date(1975, 2, 1)
        return
    with pytest.raises(CellFault, match=mend) as caught:
        read_month(value)
    assert str(value) in str(caught.value)


def test_a_lost_zero_in_text_is_october_with_a_doubt():
    assert read_month("1975.1").first == date(1975, 10, 1)
    assert "按1975年10月读取" in read_month("1975.1").doubt
    assert read_month(1975.1).doubt == ""


def test_a_column_that_writes_one_digit_and_ten_means_january():
    style = MonthStyle.of(["1980.2", "1981.10", date(1980, 1, 1)])
    assert read_month("1975.1", style).first == date(1975, 1, 1)


@pytest.mark.parametrize("value", ["1975.1", 1975.1])
def test_a_column_that_writes_one_digit_and_no_ten_is_asked_about(value):
    style = MonthStyle.of(["1980.2", "1981.11", value])
    with pytest.raises(CellFault, match=r"请写成“1975\.01”或“1975\.10”"):
        read_month(value, style)


@pytest.mark.parametrize(
    "value",
    ["2026/2/12", "2026年2月12日", "2026.2.12", "2026-02-12", "20260212", 20260212.0, date(2026, 2, 12), 46065.0,
     "２０２６年２月１２日", "2026年2月12号", datetime(2026, 2, 12, 9)],
)  # fmt: skip
def test_full_dates(value):
    assert read_date(value) == date(2026, 2, 12)


@pytest.mark.parametrize("value", ["2026年2月", "二月十二日", "2026.2", "2026-02-30", "待定"])
def test_a_date_without_its_day_is_refused(value):
    with pytest.raises(CellFault):
        read_date(value)
