import pytest

from foundation.workdays.loading import published_days
from foundation.workdays.plausible import problems
from foundation.workdays.reading import read_arrangement
from tests.foundation.workdays.official_lists import NOTICE_2024, NOTICE_2026


@pytest.mark.parametrize(("year", "text"), [(2024, NOTICE_2024), (2026, NOTICE_2026)])
def test_the_notice_itself_is_read(year, text):
    reading = read_arrangement(text, year)
    assert reading.problems == []
    assert {(day.date, day.is_workday) for day in reading.days} == {
        (day.date, day.is_workday) for day in published_days(year)
    }
    assert problems(year, reading.days) == []


def test_lines_of_csv_are_read():
    lines = "\n".join(f"{d.date:%Y-%m-%d},{'班' if d.is_workday else '休'},{d.name}" for d in published_days(2026))
    assert read_arrangement(f"日期,类型,名称\n{lines}\n\n", 2026).days == published_days(2026)


def test_full_width_signs_are_read():
    (day,) = read_arrangement("２０２７年１月１日，休，元旦", 2027).days
    assert (day.date.isoformat(), day.is_workday, day.name) == ("2027-01-01", False, "元旦")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (NOTICE_2026, "粘贴的是2026年的通知，与所选的2027年不符。"),
        ("一、元旦：1月1日（周四）放假1天。", "1月1日在2027年是周五，通知写的是周四，请核对年份。"),
        ("一、元旦：2月30日放假1天。", "2月30日不存在，请核对。"),
        ("一、元旦：1月9日至3日放假。", "起止日期不合理"),
        ("2027-01-01 元旦", "第1行“2027-01-01 元旦”应写成：日期,休或班,名称"),
        ("2027-02-30,休,春节", "第1行“2027-02-30,休,春节”的日期不存在。"),
        ("  ", "没有读到任何日期。"),
    ],
)
def test_what_is_not_understood_is_said(text, message):
    assert any(message in problem for problem in read_arrangement(text, 2027).problems)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda days: days[:3], "放假共3天，正常应在5至40天之间"),
        (lambda days: [*days, days[0]], "2026-01-01 出现了2次，请只保留一次。"),
        (lambda days: [*days, days[0]._replace(date=days[0].date.replace(year=2025))], "2025-01-01 不在2026年内。"),
        (
            lambda days: [*days, days[0]._replace(date=days[0].date.replace(month=3, day=4), is_workday=True)],
            "不是周六",
        ),
        (lambda days: [day for day in days if "端午" not in day.name], "缺少端午的放假安排"),
        (
            lambda days: [day for day in days if (day.date.month, day.date.day) != (5, 1)],
            "5月1日（劳动节）没有列为放假。",
        ),
        (lambda days: [day._replace(is_workday=False) for day in days] + days, "出现了2次"),
    ],
)
def test_an_implausible_year_is_refused(edit, message):
    assert any(message in problem for problem in problems(2026, edit(published_days(2026))))


@pytest.mark.parametrize("year", range(2010, 2027))
def test_every_year_ever_published_is_plausible(year):
    assert problems(year, published_days(year)) == []
