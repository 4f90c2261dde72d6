"""Two clerks spend the last of the pot, and the last of a project, at the same moment on two real connections."""

from decimal import Decimal

import pytest

from foundation.workflow import Refused
from suggestions.models import FundPayment, FundProject, FundYear
from suggestions.transitions.carry_out import pay_project
from suggestions.transitions.fund_projects import choose_project
from tests.cast import assemble
from tests.deputies_cast import seat
from tests.suggestions.funds import accepted, pot, project, sitting
from tests.suggestions.road import Road
from tests.suggestions.transitions.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def road() -> Road:
    """Committed rows, which other connections can see."""
    cast = assemble()
    return Road(cast, seat(cast))


def test_two_projects_cannot_both_take_the_last_of_the_pot(road):
    fund, cast, meeting = pot(road, Decimal(1_000_000)), road.cast, sitting(road)
    papers, moments = [road.assigned(), road.assigned()], [road.at(), road.at()]

    def as_clerk(paper, at):
        given = {"name": "项目", "place": "人民路", "carrier": cast.township, "meeting": meeting}
        return lambda: choose_project(paper.pk, by=cast.he, at=at, fund=fund, amount=Decimal(600_000), **given)

    results = at_once(*(as_clerk(paper, at) for paper, at in zip(papers, moments, strict=True)))

    losers = [result for result in results if isinstance(result, Refused)]
    assert len(losers) == 1, results
    assert "余额400,000.00元" in losers[0].reason
    assert FundProject.objects.count() == 1
    assert FundYear.objects.get().allotted == Decimal(600_000)


def test_two_payments_cannot_both_take_the_last_of_a_project(road):
    row = accepted(road, project(road, pot(road), amount=Decimal(100_000)))
    moments = [road.at(), road.at()]

    def as_clerk(at, voucher):
        facts = {"amount": Decimal(60_000), "paid_on": road.day, "voucher": voucher, "payee": "镇政府"}
        return lambda: pay_project(row.pk, by=road.cast.he, at=at, **facts)

    results = at_once(*(as_clerk(at, str(place)) for place, at in enumerate(moments)))

    assert sum(isinstance(result, FundPayment) for result in results) == 1, results
    assert sum(isinstance(result, Refused) for result in results) == 1, results
    assert FundProject.objects.get().paid == Decimal(60_000)
