import pytest

from suggestions.transitions.urge_rating import urge_rating

pytestmark = pytest.mark.django_db


def test_a_silent_deputy_is_asked_again(road, cast, heard):
    paper = road.replied()

    urge_rating(paper, by=cast.he, at=road.at())

    assert paper.current_round().times_urged == 1
    assert heard("rating_urged") == {"lin"}


def test_only_by_the_office(road, cast, refused):
    subject = road.replied()
    for who in ("lin", "feng", "chen", "sun", "stranger"):
        refused(urge_rating, subject, by=getattr(cast, who), at=road.at(), code="role")


def test_not_before_the_reply_nor_after_the_rating(road, cast, refused):
    refused(urge_rating, road.signed(), by=cast.he, at=road.at(), code="state")
    refused(urge_rating, road.closed(), by=cast.he, at=road.at(), code="state")
