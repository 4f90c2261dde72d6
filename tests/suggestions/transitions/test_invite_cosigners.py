from datetime import timedelta

import pytest

from suggestions.states import CosignerState, SuggestionState
from suggestions.transitions.drop_cosigner import drop_cosigner
from suggestions.transitions.invite_cosigners import invite_cosigners

pytestmark = pytest.mark.django_db


@pytest.fixture
def invite(road, cast, register):
    """Asks zhou unless told otherwise; gives keyword arguments their usual values."""

    def call(paper, **changes):
        facts = {"by": cast.lin, "at": road.at(), "mandates": [register.zhou], "until": road.day + timedelta(days=7)}
        return invite_cosigners(paper, **{**facts, **changes})

    return call


def test_invited_deputies_hear_of_it(road, invite, register, heard):
    paper = invite(road.draft(), mandates=[register.zhou, register.deng])

    assert paper.state == SuggestionState.COSIGNING
    assert {row.state for row in paper.cosigners.all()} == {CosignerState.INVITED}
    assert heard("cosign_asked") == {"zhou", "deng"}


def test_more_may_be_invited_later(road, invite, register):
    paper = invite(invite(road.draft()), mandates=[register.deng])

    assert paper.cosigners.count() == 2


def test_nobody_twice(road, invite, refused):
    paper = road.cosigning()

    assert "重复" in refused(invite, paper)
    assert paper.cosigners.get().times_asked == 1


def test_who_was_dropped_may_be_asked_again(road, cast, invite):
    paper = road.cosigning()
    drop_cosigner(paper.cosigners.get(), by=cast.lin, at=road.at())

    invite(paper)

    assert (paper.cosigners.get().state, paper.cosigners.get().times_asked) == (CosignerState.INVITED, 2)


def test_only_by_the_lead(road, cast, invite, refused):
    subject = road.draft()
    for who in ("zhou", "he", "stranger"):
        refused(invite, subject, by=getattr(cast, who), code="role")


def test_not_the_lead_himself(road, invite, register, refused):
    assert "本人" in refused(invite, road.draft(), mandates=[register.lin])


def test_not_a_deputy_of_another_level(road, invite, register, refused):
    register.zhou.level = "city"
    register.zhou.save()

    assert "同级" in refused(invite, road.draft())


def test_not_until_yesterday(road, invite, refused):
    assert "日期" in refused(invite, road.draft(), until=road.day - timedelta(days=1))


def test_not_once_it_is_handed_in(road, invite, refused):
    refused(invite, road.submitted(), code="state")


def test_not_without_a_text(road, invite, refused):
    assert "具体建议" in refused(invite, road.draft(proposals=" "))


def test_not_without_anybody(road, invite, refused):
    refused(invite, road.draft(), mandates=[])
