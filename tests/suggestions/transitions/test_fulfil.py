import pytest

from suggestions.states import CommitmentState
from suggestions.transitions.fulfil import fulfil

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(road):
    return road.tracking().commitments.get()


def test_a_unit_reports_with_evidence(road, cast, promise, heard, clocks):
    fulfil(promise, by=cast.feng, at=road.at(), evidence="候车亭已于十月建成。")

    assert road.fresh(promise).state == CommitmentState.REPORTED
    assert clocks(promise) == {}
    assert heard("fulfilment_reported") == {"he", "xu", "lin"}


def test_only_by_the_unit_that_promised(road, cast, promise, refused):
    for who in ("lin", "he", "sun", "wu", "stranger"):
        refused(fulfil, promise, by=getattr(cast, who), at=road.at(), evidence="已建成。", code="role")


def test_not_without_evidence_and_not_twice(road, cast, promise, refused):
    refused(fulfil, promise, by=cast.feng, at=road.at(), evidence=" ", code="input")
    fulfil(promise, by=cast.feng, at=road.at(), evidence="已建成。")
    refused(fulfil, promise, by=cast.chen, at=road.at(), evidence="已建成。", code="state")
