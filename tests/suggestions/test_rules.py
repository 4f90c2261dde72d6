"""Rules that no page's button shows by itself, and what refusals say."""

import pytest

from suggestions import rules
from suggestions.states import Grade
from suggestions.transitions.rate import rate

pytestmark = pytest.mark.django_db


def test_a_unit_learns_the_name_only_when_it_is_over(road, cast):
    rating = road.dissatisfied().ratings.get()
    asked = {
        key: bool(rules.may_see_rater(getattr(cast, key), rating, on=road.day)) for key in ("feng", "chen", "he", "lin")
    }
    assert asked == {"feng": False, "chen": False, "he": True, "lin": True}

    paper = road.on(road.fresh(rating.suggestion), "replied")
    rate(paper, by=cast.lin, at=road.at(), attitude=Grade.SATISFIED, result=Grade.SATISFIED)
    assert rules.may_see_rater(cast.feng, road.fresh(rating), on=road.day)


def test_a_refusal_names_the_present_state(road, cast):
    verdict = rules.may_assign(cast.he, road.submitted(), on=road.day)

    assert not verdict
    assert "待审查" in verdict.reason
    assert verdict.reason.endswith("。")


def test_the_first_refusal_is_about_the_person(road, cast):
    """A stranger is not told what state a paper is in."""
    verdict = rules.may_register(cast.stranger, road.draft(), on=road.day)

    assert verdict.code == "role"


def test_a_district_clerk_is_sent_to_the_township(road, cast):
    paper = road.submitted()
    paper.level, paper.township = "township", cast.township

    assert "乡镇" in rules.may_register(cast.he, paper, on=road.day).reason
    assert rules.may_register(cast.wei, paper, on=road.day)


def test_a_role_ends_with_its_last_day(road, cast):
    paper = road.submitted()
    cast.he.memberships.update(until_date=road.day)
    clerk = road.fresh(cast.he)

    assert rules.may_register(clerk, paper, on=road.day)
    assert not rules.may_register(clerk, paper, on=road.later(1).day)


def test_telephone_numbers_are_for_those_concerned(road, cast):
    part = road.part(road.handling())
    allowed = {key for key, user in cast.people().items() if rules.may_reveal_phone(user, part)}

    assert allowed == {"lin", "he", "xu", "sun", "feng", "chen"}


def test_an_attachment_is_as_open_as_its_paper(road, cast):
    contact = road.part(road.contacted()).contacts.get()

    assert rules.may_open(cast.lin, contact)
    assert not rules.may_open(cast.zhou, contact)
    assert not rules.may_open(cast.wu, contact)
