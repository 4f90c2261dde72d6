"""No open case without a clock (L6), at every stop of the road."""

import pytest

from foundation import deadlines
from suggestions.models import Suggestion
from suggestions.states import OPEN

pytestmark = pytest.mark.django_db

STOPS = (
    "submitted",
    "registered",
    "assigned",
    "handling",
    "drafted",
    "signed",
    "replied",
    "dissatisfied",
    "mediation",
    "tracking",
)


@pytest.mark.parametrize("stop", STOPS)
def test_somebodys_clock_runs(road, stop):
    paper = getattr(road, stop)()

    assert paper.state in OPEN
    assert not Suggestion.objects.without_clock().exists()


def test_a_lost_clock_is_found(road, cast):
    paper = road.submitted()
    deadlines.cancel("screening", paper, at=road.at(), reason="误操作")

    assert Suggestion.objects.without_clock().get() == paper
