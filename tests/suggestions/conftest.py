"""What the tests of this room share: a suggestion anywhere on its road, and what was done about it."""

from collections.abc import Callable

import pytest

from foundation.audit import timeline
from foundation.deadlines.models import Deadline
from foundation.notices.models import Notice
from foundation.workflow import Refused
from suggestions.models import Category, Suggestion
from suggestions.transitions.create_draft import create_draft
from suggestions.transitions.merge import merge
from suggestions.transitions.register import register as file_paper
from suggestions.transitions.submit import submit
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.merged import WHY
from tests.suggestions.road import TEXT, Road


@pytest.fixture
def road(cast: Cast, register: Register) -> Road:
    return Road(cast, register)


@pytest.fixture
def heard() -> Callable[[str], set[str]]:
    """Names of the people who have a message of this event in their inbox."""
    return lambda event: set(
        Notice.objects.filter(kind=f"suggestions.{event}").values_list("recipient__username", flat=True)
    )


@pytest.fixture
def clocks() -> Callable[..., dict[str, str]]:
    """Kind → due day of the clocks that run on an object."""
    return lambda obj: {row.kind: row.due_on.isoformat() for row in Deadline.objects.open().of(obj)}


@pytest.fixture
def told() -> Callable[[Suggestion], list[str]]:
    """The verbs on a suggestion's timeline."""
    return lambda paper: [event.verb.removeprefix("suggestions.") for event in timeline(paper)]


@pytest.fixture
def refused() -> Callable[..., str]:
    """Calls a transition that must be refused, and answers (code, reason); nothing may have changed."""

    def call(transition: Callable, *args: object, code: str = "", **kwargs: object) -> str:
        before = list(Suggestion.objects.order_by("pk").values_list("pk", "state", "version"))
        with pytest.raises(Refused) as refusal:
            transition(*args, **kwargs)
        assert list(Suggestion.objects.order_by("pk").values_list("pk", "state", "version")) == before
        assert not code or refusal.value.code == code, refusal.value.reason
        return refusal.value.reason

    return call


@pytest.fixture
def other(road, cast):
    """Zhou's paper on the same matter, registered."""

    def make(**wording):
        paper = create_draft(road.seats.zhou, by=cast.zhou, at=road.at(), **{**TEXT, **wording})
        paper = submit(paper, by=cast.zhou, at=road.at())
        category = Category.objects.get(code="urban")
        return file_paper(paper, by=cast.he, at=road.at(), category=category)

    return make


@pytest.fixture
def pair(road, cast, other):
    """Lin's main paper and Zhou's merged one."""

    def make(main=None):
        main, member = main or road.registered(), other()
        merge(main, by=cast.he, at=road.at(), members=[member], **WHY)
        return road.fresh(main), road.fresh(member)

    return make
