"""A journey begins on the first Monday of March, with the cast in office and a committee over the category."""

from collections.abc import Iterator

import pytest
import time_machine

from suggestions.models import Category
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.journeys.traveller import Traveller
from tests.suggestions.road import START, moment


@pytest.fixture
def journey(cast: Cast, register: Register) -> Iterator[Traveller]:
    Category.objects.filter(code="urban").update(supervising_committee=cast.urban_committee)
    with time_machine.travel(moment(START)) as clock:
        yield Traveller(cast, clock)
