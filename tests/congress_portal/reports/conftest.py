"""A few suggestions with a yearly report about them, anywhere on its road."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build
from congress_portal.reports.transitions.confirm import confirm
from congress_portal.reports.transitions.freeze import freeze
from deputies.models import Meeting
from foundation.workflow import Refused
from tests.cast import Cast
from tests.deputies_cast import Register
from tests.suggestions.road import SHANGHAI, Road

DAY = datetime(2026, 11, 20, 10, tzinfo=SHANGHAI)


@pytest.fixture
def road(cast: Cast, register: Register) -> Road:
    return Road(cast, register)


class Office:
    """Leads a report on as the office does: asked for by He, confirmed by Xu, adopted by the standing committee."""

    def __init__(self, cast: Cast, register: Register) -> None:
        self.cast, self.term = cast, register.lin.term

    def asked(self, year: int = 2026) -> AnnualReport:
        return ask(by=self.cast.he, at=DAY, kind="handling", year=year)

    def built(self, year: int = 2026) -> AnnualReport:
        return build(self.asked(year).pk, clock=lambda: DAY)

    def confirmed(self) -> AnnualReport:
        return confirm(self.built().pk, by=self.cast.xu, at=DAY)

    def frozen(self) -> AnnualReport:
        return freeze(
            self.confirmed().pk, by=self.cast.he, at=DAY, meeting=self.meeting(), adopted_on=date(2026, 11, 20)
        )

    def meeting(self) -> Meeting:
        found, _ = Meeting.objects.get_or_create(term=self.term, kind="standing_committee", number=30)
        return found


@pytest.fixture
def office(cast: Cast, register: Register) -> Office:
    return Office(cast, register)


@pytest.fixture
def refused() -> Callable[..., Refused]:
    """Calls a transition that must be refused for a reason of this code."""

    def call(transition: Callable[..., Any], *args: Any, code: str, **how: Any) -> Refused:
        with pytest.raises(Refused) as refusal:
            transition(*args, **how)
        assert refusal.value.code == code
        return refusal.value

    return call
