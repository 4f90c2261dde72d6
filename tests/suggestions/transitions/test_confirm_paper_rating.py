import pytest

from suggestions.models import PaperRating, Rating
from suggestions.states import PaperState, SuggestionState
from suggestions.transitions.confirm_paper_rating import confirm_paper_rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def entered(road, cast, register):
    """What one clerk has typed in: dissatisfied with the result."""
    paper = road.replied()
    return PaperRating.objects.create(
        suggestion=paper,
        round=paper.current_round(),
        attitude="satisfied",
        result="dissatisfied",
        reason="站点没有增设。",
        entered_by=cast.he,
        entered_at=road.at(),
    )


def test_a_second_clerk_makes_it_a_rating_of_the_deputy(road, cast, register, entered):
    confirm_paper_rating(entered, by=cast.xu, at=road.at(), agrees=True)

    rating = Rating.objects.get()
    assert (rating.rated_by, rating.result, rating.reason) == (register.lin, "dissatisfied", "站点没有增设。")
    assert road.fresh(entered.suggestion).state == SuggestionState.REHANDLING
    assert road.fresh(entered).state == PaperState.CONFIRMED


def test_not_by_the_clerk_who_entered_it(road, cast, entered, refused):
    assert "两名" in refused(confirm_paper_rating, entered, by=cast.he, at=road.at(), agrees=True, code="role")


def test_nobody_is_two_people_by_standing_in_for_a_colleague(road, cast, entered, refused):
    cast.xu.acted_by = cast.he

    assert "不能代办" in refused(confirm_paper_rating, entered, by=cast.xu, at=road.at(), agrees=True, code="role")


def test_a_mismatch_leaves_the_round_unrated(road, cast, entered, refused, heard):
    refused(confirm_paper_rating, entered, by=cast.xu, at=road.at(), agrees=False, code="input")

    confirm_paper_rating(entered, by=cast.xu, at=road.at(), agrees=False, note="结果栏为基本满意。")

    assert road.fresh(entered).state == PaperState.REJECTED
    assert not Rating.objects.exists()
    assert heard("paper_rejected") == {"he"}


def test_only_by_the_office(road, cast, entered, refused):
    for who in ("lin", "feng", "chen", "sun", "gao", "stranger"):
        refused(confirm_paper_rating, entered, by=getattr(cast, who), at=road.at(), agrees=True, code="role")


def test_not_twice_and_not_once_the_deputy_rated_himself(road, cast, entered, refused):
    confirm_paper_rating(entered, by=cast.xu, at=road.at(), agrees=True)

    refused(confirm_paper_rating, entered, by=cast.xu, at=road.at(), agrees=True, code="state")
