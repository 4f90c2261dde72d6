"""What the tests of the pages share: a page opened or posted as one of the cast."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse

from foundation.accounts.models import User
from suggestions.states import CheckPoint
from suggestions.transitions.publish import publish
from tests.suggestions.road import START, moment


@pytest.fixture(autouse=True)
def evening() -> Iterator[None]:
    """Pages are opened on the evening of the day on which the road begins."""
    with time_machine.travel(moment(START, 18)):
        yield


@pytest.fixture
def visit(signed_in: Callable) -> Callable[..., HttpResponse]:
    """`visit(user, name, obj)` opens suggestions:<name>; a dict as `post` posts instead."""

    def call(user: User, name: str, obj: Any = None, *, post: dict | None = None, **headers: str) -> HttpResponse:
        client = signed_in(user)
        url = reverse(f"suggestions:{name}", args=[obj.pk] if obj is not None else [])
        return client.get(url, headers=headers) if post is None else client.post(url, post, headers=headers)

    return call


@pytest.fixture
def words() -> Callable[[HttpResponse], str]:
    """The page as text."""
    return lambda response: response.content.decode()


@pytest.fixture
def published(road: Any, cast: Any) -> Callable[..., Any]:
    """`published(title=…)`: answered in full, and open to everybody."""

    def build(**wording: Any) -> Any:
        paper = road.replied(
            road.signed(
                road.drafted(
                    road.contacted(road.handling(road.assigned(road.registered(road.submitted(road.joint(**wording))))))
                )
            )
        )
        checks = {"secrecy_note": "经审查可以公开。", "checked": CheckPoint.values}
        return publish(road.consulted(paper), by=cast.he, at=road.at(), **checks)

    return build
