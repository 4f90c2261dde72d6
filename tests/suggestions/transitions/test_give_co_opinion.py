import pytest

from suggestions.states import AssignmentState, UnitRole
from suggestions.transitions.give_co_opinion import give_co_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def part(road):
    return road.part(road.handling(road.with_co_unit()), UnitRole.CO)


def test_the_co_unit_says_its_word(road, cast, part, heard, clocks):
    opinion = give_co_opinion(part, by=cast.wu, at=road.at(), version=part.version, text="同意，校门口可设站。")

    assert (road.fresh(part).state, opinion.round.number) == (AssignmentState.OPINION_GIVEN, 1)
    assert clocks(part) == {}
    assert heard("co_opinion_given") == {"feng", "chen"}


@pytest.mark.parametrize("text", ["", "  \n"])
def test_never_an_empty_one(road, cast, part, refused, text):
    refused(give_co_opinion, part, by=cast.wu, at=road.at(), text=text, code="input")


def test_only_by_the_co_unit(road, cast, part, refused):
    for who in ("lin", "he", "sun", "feng", "stranger"):
        refused(give_co_opinion, part, by=getattr(cast, who), at=road.at(), text="同意。", code="role")


def test_not_by_the_lead_unit_not_before_signing_not_twice(road, cast, part, refused):
    refused(give_co_opinion, road.part(part.suggestion), by=cast.feng, at=road.at(), text="同意。", code="state")
    unsigned = road.part(road.with_co_unit(), UnitRole.CO)
    refused(give_co_opinion, unsigned, by=cast.wu, at=road.at(), text="同意。", code="state")
    give_co_opinion(part, by=cast.wu, at=road.at(), text="同意。")
    refused(give_co_opinion, part, by=cast.wu, at=road.at(), text="同意。", code="state")
