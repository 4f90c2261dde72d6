import pytest
from django.db import DatabaseError, transaction

from foundation.deadlines.models import Deadline
from foundation.notices.models import Notice
from suggestions.models import CommitmentRating, ResultClass, Suggestion
from suggestions.states import CommitmentState, Grade, SuggestionState
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.fulfil import fulfil
from suggestions.transitions.rate_promise import rate_promise, settle_promise

pytestmark = pytest.mark.django_db
GOOD = {"attitude": Grade.SATISFIED, "result": Grade.BASICALLY}
BAD = {"attitude": Grade.SATISFIED, "result": Grade.DISSATISFIED, "reason": "候车亭没有顶棚。"}


@pytest.fixture
def promise(road, cast):
    """Reported and confirmed; the deputy has not said his word."""
    row = fulfil(road.tracking().commitments.get(), by=cast.feng, at=road.at(), evidence="已建成。")
    confirm_fulfilment(row, by=cast.he, at=road.at(), fulfilled=True)
    return road.fresh(row)


def test_the_second_rating_raises_the_class_and_closes_the_case(road, cast, promise, heard, clocks):
    rate_promise(promise, by=cast.lin, at=road.at(), **GOOD)

    done = road.fresh(promise)
    paper = road.fresh(promise.suggestion)
    assert (done.state, done.upgraded_to.code, done.colour.code) == (CommitmentState.FULFILLED, "A", "green")
    assert (paper.state, paper.ending) == (SuggestionState.CLOSED, "fulfilled")
    assert done.reply.result_class.code == "B"
    assert heard("promise_rated") == {"he", "xu", "feng", "chen"}
    assert clocks(done) == {}


def test_confirmation_alone_raises_nothing(road, promise, clocks):
    assert (promise.state, promise.upgraded_to) == (CommitmentState.CONFIRMED, None)
    assert promise.suggestion.state == SuggestionState.TRACKING
    # Twenty working days from 2 March 2026, with Tomb Sweeping Day on the way.
    assert clocks(promise) == {"promise_rating": "2026-03-30"}
    assert not Suggestion.objects.without_clock().exists()


def test_dissatisfied_raises_nothing_and_the_promise_goes_on(road, cast, promise, clocks, told):
    rate_promise(promise, by=cast.lin, at=road.at(), **BAD)

    again = road.fresh(promise)
    assert (again.state, again.upgraded_to) == (CommitmentState.OPEN, None)
    assert road.fresh(promise.suggestion).state == SuggestionState.TRACKING
    assert clocks(again) == {"commitment": "2026-12-31", "promise_progress": "2026-04-02"}
    assert told(promise.suggestion)[-2:] == ["rate_promise", "follow_on"]


def test_nothing_a_unit_hears_names_who_rated(road, cast, promise):
    rate_promise(promise, by=cast.lin, at=road.at(), **BAD)

    rated = Notice.objects.filter(kind="suggestions.promise_rated")
    assert set(rated.values_list("sent_by", flat=True)) == {None}
    assert not rated.filter(title__contains="林晓梅").exists()


def test_a_second_turn_has_a_second_row(road, cast, promise):
    rate_promise(promise, by=cast.lin, at=road.at(), **BAD)
    fulfil(promise, by=cast.feng, at=road.at(), evidence="顶棚已装。")
    confirm_fulfilment(promise, by=cast.he, at=road.at(), fulfilled=True)
    rate_promise(promise, by=cast.lin, at=road.at(), **GOOD)

    assert [row.result for row in CommitmentRating.objects.order_by("pk")] == [Grade.DISSATISFIED, Grade.BASICALLY]
    with pytest.raises(DatabaseError), transaction.atomic():
        CommitmentRating.objects.update(result=Grade.SATISFIED)


def test_only_the_lead_deputys_own_account(road, cast, promise, refused):
    for who in ("zhou", "he", "feng", "chen", "sun", "stranger"):
        refused(rate_promise, promise, by=getattr(cast, who), at=road.at(), **GOOD, code="role")
    cast.lin.acted_by = cast.he
    refused(rate_promise, promise, by=cast.lin, at=road.at(), **GOOD, code="role")


def test_with_a_reason_when_dissatisfied_and_only_once(road, cast, promise, refused):
    refused(rate_promise, promise, by=cast.lin, at=road.at(), **{**BAD, "reason": " "}, code="input")
    rate_promise(promise, by=cast.lin, at=road.at(), **GOOD)
    refused(rate_promise, promise, by=cast.lin, at=road.at(), **GOOD, code="state")


def test_a_dictionary_without_a_higher_class_raises_nothing(road, cast, promise):
    ResultClass.objects.filter(code="B").update(upgrade_code="")

    rate_promise(promise, by=cast.lin, at=road.at(), **GOOD)

    assert (road.fresh(promise).state, road.fresh(promise).upgraded_to) == (CommitmentState.FULFILLED, None)


def test_silence_leaves_the_class_as_it_was(road, cast, promise, refused, heard):
    refused(settle_promise, promise, by=cast.he, at=road.at(), code="date")
    road.later(60)
    for who in ("lin", "feng", "stranger"):
        refused(settle_promise, promise, by=getattr(cast, who), at=road.at(), code="role")

    settle_promise(promise, by=cast.he, at=road.at())

    done = road.fresh(promise)
    assert (done.state, done.upgraded_to) == (CommitmentState.FULFILLED, None)
    assert road.fresh(promise.suggestion).state == SuggestionState.CLOSED
    assert heard("promise_settled") == {"lin", "feng", "chen"}
    assert not Deadline.objects.open().of(done).exists()
    refused(settle_promise, promise, by=cast.he, at=road.at(), code="state")
