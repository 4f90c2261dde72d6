from datetime import date

import pytest

from deputies.models import Term
from foundation.deadlines.models import Deadline
from suggestions.models import CarryOver
from suggestions.transitions.carry_over import explain_carry_over
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.keep_ledger import keep_ledger
from tests.suggestions.road import moment

pytestmark = pytest.mark.django_db
NEW_YEAR = moment(date(2027, 1, 4))
WORDS = {"explanation": "管线迁改延误。", "plan": "三月底前完成。"}


@pytest.fixture
def promise(road):
    """Due on the last day of 2026."""
    return road.tracking().commitments.get()


@pytest.fixture
def carried(promise):
    keep_ledger(at=NEW_YEAR)
    return CarryOver.objects.get()


def test_an_open_promise_goes_over_the_year_and_is_explained(road, cast, promise, carried, heard, clocks):
    assert (carried.year, carried.was_overdue, str(carried)) == (2027, True, "转入2027年")
    assert heard("carried_overdue") == {"feng", "chen", "lin", "he", "xu", "qian"}
    assert list(clocks(carried)) == ["carry_explanation"]

    explain_carry_over(carried, by=cast.feng, at=NEW_YEAR, **WORDS, planned_on=date(2027, 3, 31))

    assert road.fresh(carried).explained_by == cast.feng
    assert road.fresh(promise).due_on == date(2026, 12, 31)
    assert heard("carry_over_explained") == {"lin", "he", "xu"}
    assert clocks(carried) == {}


def test_running_late_or_twice_makes_no_second_row(carried):
    assert keep_ledger(at=moment(date(2027, 1, 20))) == {"clocks": 0, "years": 0, "terms": 0, "statements": 0}
    assert keep_ledger(at=moment(date(2028, 2, 1)))["years"] == 1
    assert [row.year for row in CarryOver.objects.order_by("pk")] == [2027, 2028]


def test_a_promise_not_yet_due_is_carried_without_alarm(road, promise, heard):
    promise.due_on = date(2027, 6, 30)
    promise.save(update_fields=["due_on"])

    keep_ledger(at=NEW_YEAR)

    assert not CarryOver.objects.get().was_overdue
    assert heard("carried_overdue") == set()
    assert heard("carried_over") == {"feng", "chen", "lin", "he", "xu"}


def test_what_is_reported_kept_is_not_carried(road, cast, promise):
    fulfil(promise, by=cast.feng, at=road.at(), evidence="已建成。")

    assert keep_ledger(at=NEW_YEAR)["years"] == 0


def test_the_change_of_term_asks_for_a_written_explanation(road, cast, promise):
    old = promise.suggestion.term
    Term.objects.filter(pk=old.pk).update(is_current=False)
    new = Term.objects.create(congress=old.congress, number=old.number + 1, is_current=True)

    first, second = keep_ledger(at=road.at()), keep_ledger(at=road.at())

    assert (first["terms"], second["terms"]) == (1, 0)
    assert (CarryOver.objects.get().term, str(CarryOver.objects.get())) == (new, f"转入{new}")


def test_the_explanation_is_the_units_whole_and_given_once(cast, carried, refused):
    for who in ("lin", "he", "wu", "qian", "stranger"):
        refused(explain_carry_over, carried, by=getattr(cast, who), at=NEW_YEAR, **WORDS, code="role")
    refused(explain_carry_over, carried, by=cast.feng, at=NEW_YEAR, explanation="原因。", plan=" ", code="input")
    past = {**WORDS, "planned_on": date(2027, 1, 3)}
    assert "不能早于今天" in refused(explain_carry_over, carried, by=cast.feng, at=NEW_YEAR, **past, code="input")

    explain_carry_over(carried, by=cast.chen, at=NEW_YEAR, **WORDS)
    refused(explain_carry_over, carried, by=cast.feng, at=NEW_YEAR, **WORDS, code="state")


def test_a_missing_monthly_clock_is_started_by_the_daily_look(road, promise, clocks):
    Deadline.objects.filter(kind="promise_progress").delete()

    assert keep_ledger(at=road.at())["clocks"] == 1
    assert clocks(promise) == {"commitment": "2026-12-31", "promise_progress": "2026-04-02"}
    assert keep_ledger(at=road.at())["clocks"] == 0
