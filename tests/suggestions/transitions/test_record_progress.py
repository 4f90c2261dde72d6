from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from suggestions.models import CommitmentProgress, ProgressColour
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.record_progress import record_progress

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(road):
    return road.tracking().commitments.get()


def colour(code: str) -> ProgressColour:
    return ProgressColour.objects.get(code=code)


def test_a_unit_reports_and_the_next_month_begins(road, cast, promise, heard, clocks, told):
    assert clocks(promise) == {"commitment": "2026-12-31", "promise_progress": "2026-04-02"}
    road.later(20)

    record_progress(promise, by=cast.feng, at=road.at(), colour=colour("blue"), text="已完成选址。")

    assert road.fresh(promise).colour.code == "blue"
    assert clocks(promise) == {"commitment": "2026-12-31", "promise_progress": "2026-04-22"}
    assert heard("progress_recorded") == {"lin", "he", "xu"}
    assert told(promise.suggestion)[-1] == "record_progress"


def test_entries_are_added_and_never_changed(road, cast, promise):
    for code, obstacle in (("yellow", "资金缺口二十万元。"), ("blue", "")):
        at = road.later(1).at()
        record_progress(promise, by=cast.feng, at=at, colour=colour(code), text="推进中。", obstacle=obstacle)

    assert [row.colour.code for row in promise.commitmentprogress_set.all()] == ["blue", "yellow"]
    for change in (lambda rows: rows.update(text="改写"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(CommitmentProgress.objects.all())


def test_only_by_the_unit_that_promised(road, cast, promise, refused):
    for who in ("lin", "he", "sun", "wu", "fang", "stranger"):
        facts = {"by": getattr(cast, who), "at": road.at(), "colour": colour("blue"), "text": "推进中。"}
        refused(record_progress, promise, **facts, code="role")


def test_a_difficult_colour_says_what_is_difficult(road, cast, promise, refused):
    facts = {"by": cast.feng, "at": road.at(), "text": "推进中。"}

    assert "困难" in refused(record_progress, promise, **facts, colour=colour("red"), code="input")
    assert "进展" in refused(record_progress, promise, **{**facts, "text": " "}, colour=colour("blue"), code="input")


def test_done_is_not_for_the_unit_to_say(road, cast, promise, refused):
    facts = {"by": cast.feng, "at": road.at(), "colour": colour("green"), "text": "都完成了。"}

    assert "报告承诺兑现" in refused(record_progress, promise, **facts, code="input")
    assert not CommitmentProgress.objects.exists()


def test_not_after_it_was_reported_kept(road, cast, promise, refused, clocks):
    fulfil(promise, by=cast.feng, at=road.at(), evidence="已建成。")

    refused(record_progress, promise, by=cast.feng, at=road.at(), colour=colour("blue"), text="推进中。", code="state")
    assert clocks(promise) == {}


def test_a_colour_that_went_out_of_force_is_not_offered(road, promise):
    ProgressColour.objects.filter(code="blue").update(valid_until=road.day - timedelta(days=1))

    assert [row.code for row in ProgressColour.objects.on(road.day)] == ["green", "yellow", "red"]
