from datetime import timedelta

import pytest

from suggestions.models import RefusalGround
from suggestions.states import SuggestionState
from suggestions.transitions.refuse import refuse

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(db):
    return RefusalGround.objects.get(code="personal")


def test_a_paper_is_not_filed_on_a_ground_of_the_list(road, cast, ground, heard, clocks):
    paper = refuse(road.submitted(road.joint()), by=cast.he, at=road.at(), ground=ground, note="可作来信反映。")

    assert (paper.state, paper.refusal_ground) == (SuggestionState.NOT_FILED, ground)
    assert heard("refused") == {"lin", "zhou"}
    assert clocks(paper) == {}


def test_only_by_the_office(road, cast, ground, refused):
    subject = road.submitted()
    for who in ("lin", "wei", "gao", "zhao", "sun", "stranger"):
        refused(refuse, subject, by=getattr(cast, who), at=road.at(), ground=ground, code="role")


def test_a_ground_out_of_force_is_no_ground(road, cast, ground, refused):
    ground.valid_until = road.day - timedelta(days=1)
    ground.save()

    refused(refuse, road.submitted(), by=cast.he, at=road.at(), ground=ground, code="input")


def test_not_twice_and_not_after_registration(road, cast, ground, refused):
    refused(refuse, road.registered(), by=cast.he, at=road.at(), ground=ground, code="state")
    paper = refuse(road.submitted(), by=cast.he, at=road.at(), ground=ground)
    refused(refuse, paper, by=cast.he, at=road.at(), ground=ground, code="state")
