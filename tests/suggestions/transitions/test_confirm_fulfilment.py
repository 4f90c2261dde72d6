import pytest

from suggestions.models import Suggestion
from suggestions.states import CommitmentState, SuggestionState
from suggestions.transitions.confirm_fulfilment import confirm_fulfilment
from suggestions.transitions.fulfil import fulfil

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(road, cast):
    return fulfil(road.tracking().commitments.get(), by=cast.feng, at=road.at(), evidence="已建成。")


def test_confirmed_the_deputy_is_asked_again(road, cast, promise, heard):
    assert not Suggestion.objects.without_clock().exists()

    confirm_fulfilment(promise, by=cast.he, at=road.at(), fulfilled=True)

    assert road.fresh(promise).state == CommitmentState.CONFIRMED
    assert road.fresh(promise.suggestion).state == SuggestionState.TRACKING
    assert not Suggestion.objects.without_clock().exists()
    assert heard("fulfilment_checked") == {"feng", "chen", "lin"}
    assert heard("promise_rating_asked") == {"lin"}


def test_not_kept_it_goes_on_with_a_clock(road, cast, promise, refused, clocks):
    refused(confirm_fulfilment, promise, by=cast.he, at=road.at(), fulfilled=False, code="input")

    confirm_fulfilment(promise, by=cast.he, at=road.at(), fulfilled=False, note="顶棚尚未安装。")

    assert road.fresh(promise).state == CommitmentState.OPEN
    assert clocks(promise) == {"commitment": "2026-12-31", "promise_progress": "2026-04-02"}
    assert road.fresh(promise.suggestion).state == SuggestionState.TRACKING


def test_only_by_the_office(road, cast, promise, refused):
    for who in ("lin", "sun", "feng", "chen", "wei", "stranger"):
        refused(confirm_fulfilment, promise, by=getattr(cast, who), at=road.at(), fulfilled=True, code="role")


def test_not_unreported_and_not_twice(road, cast, promise, refused):
    unreported = road.tracking().commitments.get()
    refused(confirm_fulfilment, unreported, by=cast.he, at=road.at(), fulfilled=True, code="state")
    confirm_fulfilment(promise, by=cast.he, at=road.at(), fulfilled=True)
    refused(confirm_fulfilment, promise, by=cast.he, at=road.at(), fulfilled=True, code="state")
