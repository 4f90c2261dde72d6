"""Two people at the same moment, on two real connections."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from foundation.workflow import Refused
from suggestions.models import Assignment, Category, NumberSeries, Rating, Round, Suggestion
from suggestions.states import Grade, UnitRole
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.assign import assign
from suggestions.transitions.rate import rate
from suggestions.transitions.register import register
from tests.cast import assemble
from tests.deputies_cast import seat
from tests.suggestions.road import Road

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def road() -> Road:
    """Committed rows, which other connections can see."""
    cast = assemble()
    return Road(cast, seat(cast))


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Starts every act in its own thread at the same moment; answers what each returned or raised."""
    barrier, results = Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        barrier.wait()
        try:
            results[place] = act()
        except Exception as error:  # noqa: BLE001  (handed to the test)
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


def test_two_clerks_assign_the_same_suggestion(road):
    paper, cast = road.registered(), road.cast
    moments = [road.at(), road.at()]

    def as_clerk(clerk, unit, at):
        return lambda: assign(paper.pk, by=clerk, at=at, version=paper.version, units=[(unit, UnitRole.LEAD)])

    results = at_once(as_clerk(cast.he, cast.transport, moments[0]), as_clerk(cast.xu, cast.education, moments[1]))

    losers = [result for result in results if isinstance(result, Refused)]
    assert len(losers) == 1, results
    assert losers[0].reason.startswith("同事已先一步")
    assert Assignment.objects.count() == Round.objects.count() == 1


def test_numbers_have_no_gaps_and_no_twins(road):
    papers = [road.submitted() for _ in range(6)]
    category = Category.objects.get(code="urban")
    moments = [road.at() for _ in papers]

    def as_clerk(paper, at):
        return lambda: register(paper.pk, by=road.cast.he, at=at, category=category)

    results = at_once(*(as_clerk(paper, at) for paper, at in zip(papers, moments, strict=True)))

    assert [result for result in results if isinstance(result, Exception)] == []
    assert sorted(Suggestion.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert NumberSeries.objects.get().last_number == 6


def test_a_number_refused_midway_is_given_to_the_next(road):
    paper, category = road.submitted(), Category.objects.get(code="urban")
    with pytest.raises(Refused):
        register(paper, by=road.cast.he, at=road.at(), category=category, channel="nowhere")

    assert register(paper, by=road.cast.he, at=road.at(), category=category).number == 1


def test_two_units_sign_at_the_same_moment(road):
    paper = road.with_co_unit()

    def as_officer(part, at):
        return lambda: acknowledge(part.pk, by=road.officer(part), at=at)

    acts = [as_officer(part, road.at()) for part in paper.assignments.order_by("pk")]

    results = at_once(*acts)

    assert all(isinstance(result, Assignment) for result in results), results
    assert road.fresh(paper).state == "handling"


def test_a_rating_sent_twice_counts_once(road):
    paper = road.replied()
    grades = {"attitude": Grade.SATISFIED, "result": Grade.DISSATISFIED, "reason": "未解决。"}
    moments = [road.at(), road.at()]

    results = at_once(*(lambda at=at: rate(paper.pk, by=road.cast.lin, at=at, **grades) for at in moments))

    assert sum(isinstance(result, Rating) for result in results) == 1, results
    assert sum(isinstance(result, Refused) for result in results) == 1, results
    assert (Rating.objects.count(), Round.objects.count()) == (1, 2)
