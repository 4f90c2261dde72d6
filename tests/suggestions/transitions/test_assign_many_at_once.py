"""Two clerks carry out overlapping lists at the same moment, on two real connections."""

import pytest

from suggestions.models import Assignment, MeetingRow, Round
from suggestions.states import RowState, UnitRole
from suggestions.transitions.assign_many import carry_out_all, start_assigning
from suggestions.transitions.meetings import call_meeting, confirm_row
from tests.cast import assemble
from tests.deputies_cast import seat
from tests.suggestions.road import Road
from tests.suggestions.transitions.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def road() -> Road:
    cast = assemble()
    return Road(cast, seat(cast))


def listed(road, clerk, papers, unit):
    meeting = call_meeting(by=clerk, at=road.at(), title="交办会", held_on=road.day)
    for paper in papers:
        confirm_row(meeting, by=clerk, at=road.at(), suggestion=paper, units=[(unit, UnitRole.LEAD)])
    return meeting


def test_overlapping_lists_assign_every_paper_once(road):
    cast, papers = road.cast, [road.registered() for _ in range(5)]
    mine = listed(road, cast.he, papers[:4], cast.transport)
    hers = listed(road, cast.xu, papers[:0:-1], cast.education)
    moments = [[road.at() for _ in range(12)] for _ in range(2)]

    def whole(meeting, clerk, times):
        clock = iter(times)

        def act():
            start_assigning(meeting.pk, by=clerk, at=next(clock))
            return carry_out_all(meeting, now=lambda: next(clock))

        return act

    results = at_once(whole(mine, cast.he, moments[0]), whole(hers, cast.xu, moments[1]))

    assert not [result for result in results if isinstance(result, Exception)], results
    assert sum(result["done"] for result in results) == 5
    assert sum(result["failed"] for result in results) == 3
    assert Assignment.objects.count() == Round.objects.count() == 5
    told = set(MeetingRow.objects.filter(state=RowState.FAILED).values_list("failure", flat=True))
    assert len(told) == 1
    assert "已交办待签收" in told.pop()


def test_the_same_list_twice_at_once(road):
    papers = [road.registered() for _ in range(4)]
    meeting = listed(road, road.cast.he, papers, road.cast.transport)
    start_assigning(meeting, by=road.cast.he, at=road.at())
    moments = [[road.at() for _ in range(8)] for _ in range(2)]

    def worker(times):
        clock = iter(times)
        return lambda: carry_out_all(meeting, now=lambda: next(clock))

    results = at_once(*map(worker, moments))

    assert not [result for result in results if isinstance(result, Exception)], results
    assert sum(result["done"] for result in results) == 4
    assert Assignment.objects.count() == 4
    assert not MeetingRow.objects.exclude(state=RowState.DONE).exists()
