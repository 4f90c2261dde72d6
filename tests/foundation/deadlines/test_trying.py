"""What another limit would have meant for clocks of the past."""

from datetime import date

import pytest

from foundation import deadlines
from foundation.deadlines.models import TimeLimit
from foundation.deadlines.trying import try_limit
from tests.foundation.deadlines.test_pages import TODAY, moment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]
PAGE = "/deadlines/trial/"


@pytest.fixture(autouse=True)
def _a_day_in_may(time_machine):
    time_machine.move_to(moment(TODAY), tick=False)


def start(unit, on, met=None, kind="sign_in"):
    """A clock of seven days that began on `on`."""
    clock = deadlines.start(kind, unit, on=on, organisation=unit, by=None, at=moment(on))
    if met:
        deadlines.meet(kind, unit, at=moment(met))
    return clock


@pytest.fixture
def three(unit, kinds):
    """Met after four days, met after six, and one that began the day before yesterday."""
    kinds("sign_in")
    start(unit, date(2026, 5, 6), date(2026, 5, 10))
    slow = start(unit, date(2026, 5, 6), date(2026, 5, 12))
    start(unit, date(2026, 5, 18))
    return slow


def test_a_shorter_limit_shows_who_would_have_been_late(three):
    limit = TimeLimit.objects.on("sign_in", TODAY)
    trial = try_limit(limit, 5, since=date(2026, 5, 1), until=TODAY, on=TODAY)

    told = {row.amount: (row.late, row.running, row.counted) for row in trial.outcomes}
    assert told[7] == (0, 1, 3)
    assert told[5] == (1, 1, 3)
    assert told[3] == (2, 1, 3)
    assert list(trial.newly) == [three]
    assert next(row for row in trial.outcomes if row.amount == 5).share == 50.0


def test_pauses_and_extensions_count_and_what_does_not_fit_is_left_out(unit, kinds):
    kinds("sign_in")
    clock = start(unit, date(2026, 5, 6))
    deadlines.extend(clock, amount=5, unit="day", reason="核实情况", by=None, at=moment(date(2026, 5, 7)))
    deadlines.meet("sign_in", unit, at=moment(date(2026, 5, 15)))
    deadlines.start("sign_in", unit, on=date(2026, 5, 8), amount=3, by=None, at=moment(date(2026, 5, 8)))

    trial = try_limit(TimeLimit.objects.on("sign_in", TODAY), 5, since=date(2026, 5, 1), until=TODAY, on=TODAY)
    assert {row.amount: row.late for row in trial.outcomes}[5] == 0
    assert {row.amount: row.late for row in trial.outcomes}[3] == 1
    assert trial.left_out == 1


def test_the_page_is_the_office_s_and_writes_nothing(cast, three, signed_in):
    limit = TimeLimit.objects.on("sign_in", TODAY)
    client = signed_in(cast.he)
    asked = {"limit": limit.pk, "amount": 5, "since": "2026-05-01"}
    page = client.get(PAGE, asked).text

    assert "3件中，按5日计算，<strong>1件</strong>逾期（50.0%）" in page
    assert "按现行7日计算，0件逾期" in page
    assert "请选择" in client.get(PAGE).text
    assert "起始日期不能晚于截止日期" in client.get(PAGE, {**asked, "until": "2026-04-01"}).text
    law = TimeLimit.objects.on("reply", TODAY)
    assert "法定期限不得延长" in client.get(PAGE, {**asked, "limit": law.pk, "amount": 4}).text
    assert "没有可以试算的事项" in client.get(PAGE, {**asked, "since": "2026-05-19"}).text
    assert signed_in(cast.lin).get(PAGE).status_code == 403
