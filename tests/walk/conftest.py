"""One world for all walkers of a module, undone at its end; every request is undone by itself."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction

from foundation.workdays.calendar import compare_again
from tests.cast import assemble
from tests.deputies_cast import seat
from tests.suggestions.road import START, moment
from tests.walk.cases import World
from tests.walk.walker import Walker
from tests.walk.world import build


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: object) -> Iterator[World]:
    """Built once: forty papers told by transitions take longer than a thousand requests."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        compare_again()
        cast = assemble()
        told = build(cast, seat(cast))
        with time_machine.travel(moment(START, 18)), _silence():
            yield told
        transaction.set_rollback(True)


@contextmanager
def _silence() -> Iterator[None]:
    """A line for each refused request would be longer than the walk."""
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


@pytest.fixture
def walker(world: World, request: pytest.FixtureRequest) -> Walker:
    """The persona of a parametrised test with a browser in hand."""
    return Walker(world, request.getfixturevalue("person"))
