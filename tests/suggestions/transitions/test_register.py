import pytest

from suggestions.models import Category, NumberFormat, NumberSeries
from suggestions.states import Channel, SuggestionState
from suggestions.transitions.register import register
from suggestions.transitions.withdraw_cosign import withdraw_cosign
from tests.suggestions.road import IN_SESSION

pytestmark = pytest.mark.django_db


@pytest.fixture
def category(cast):
    row = Category.objects.get(code="urban")
    row.supervising_committee = cast.urban_committee
    row.save()
    return row


def test_recess_papers_are_numbered_one_after_another(road, cast, category, heard, clocks):
    one = register(road.submitted(), by=cast.he, at=road.at(), category=category)
    two = register(road.submitted(), by=cast.xu, at=road.at(), category=category)

    assert (one.state, one.supervising_committee) == (SuggestionState.REGISTERED, cast.urban_committee)
    assert [one.number_text, two.number_text] == ["闭会第1号", "闭会第2号"]
    assert clocks(one) == {"recess_assign": "2026-03-11"}
    assert heard("registered") == {"lin"}


def test_session_papers_have_their_own_series_and_a_month_after_the_session(road, cast, category, clocks):
    road.registered()
    road.day = IN_SESSION

    paper = register(road.submitted(), by=cast.he, at=road.at(), category=category)

    assert paper.number_text == "第001号"
    # 15 February 2026 is the first day of the Spring Festival holiday, which ends on the 23rd.
    assert clocks(paper) == {"session_assign": "2026-02-24"}


def test_the_clerk_may_move_it_to_the_other_series(road, cast, category):
    paper = register(road.submitted(), by=cast.he, at=road.at(), category=category, channel=Channel.SESSION)

    assert (paper.number_text, paper.channel) == ("第001号", Channel.SESSION)


def test_how_a_number_is_written_is_a_row(road, cast, category):
    NumberFormat.objects.filter(kind="recess").update(prefix="闭", width=3, suffix="")

    assert register(road.submitted(), by=cast.he, at=road.at(), category=category).number_text == "闭001"


def test_a_motion_is_numbered_among_motions(road, cast, category):
    paper = road.motion()
    road.day = IN_SESSION

    paper = register(paper, by=cast.he, at=road.at(days=1), category=category)

    assert (paper.number_text, paper.motion_number, paper.number) == ("议案第1号", 1, None)


def test_a_motion_that_lost_a_proposer_is_refused(road, cast, category, refused):
    paper = road.motion()
    withdraw_cosign(paper.cosigners.get(mandate=road.seats.zhou), by=cast.zhou, at=road.at())

    assert "还需1名" in refused(register, paper, by=cast.he, at=road.at(), category=category, code="state")


def test_only_by_the_office(road, cast, category, refused):
    subject = road.submitted()
    for who in ("lin", "wei", "gao", "zhao", "sun", "feng", "stranger"):
        refused(register, subject, by=getattr(cast, who), at=road.at(), category=category, code="role")


def test_a_category_out_of_force_is_refused(road, cast, category, refused):
    category.valid_from = road.later(1).day
    category.save()
    road.later(-1)

    refused(register, road.submitted(), by=cast.he, at=road.at(), category=category, code="input")
    assert not NumberSeries.objects.exists()


def test_not_a_draft_and_not_twice(road, cast, category, refused):
    refused(register, road.draft(), by=cast.he, at=road.at(), category=category, code="state")
    refused(register, road.registered(), by=cast.he, at=road.at(), category=category, code="state")
    assert NumberSeries.objects.get().last_number == 1
