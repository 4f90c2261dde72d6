"""A road of suggestions standing at every station, opened on a day when some are late."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from suggestions.transitions.raise_objection import raise_objection
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import START, Road, moment

LATE = START + timedelta(days=120)


@pytest.fixture
def road(cast: Cast, register: Register) -> Road:
    return Road(cast, register)


@pytest.fixture
def later() -> Iterator[None]:
    """Four months after the road began: replies are overdue, ratings are waiting."""
    with time_machine.travel(moment(LATE, 18)):
        yield


@pytest.fixture
def stations(road: Road, later: None) -> Road:
    """One suggestion at each station, half of them since March, half since yesterday."""
    for day in (START, LATE - timedelta(days=1)):
        road.day = day
        road.draft()
        road.cosigning()
        road.submitted()
        road.registered()
        road.contacted(road.handling(road.with_co_unit()))
        road.drafted()
        road.signed()
        road.replied()
        road.dissatisfied()
        road.tracking()
        road.closed()
        part = road.part(road.assigned())
        words = {"legal_basis": "“三定”规定", "reason": "不属本局职责。", "proposed_unit": road.cast.education}
        raise_objection(part, by=road.cast.feng, at=road.at(), **words)
    return road
