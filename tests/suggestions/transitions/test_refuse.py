from datetime import timedelta

import pytest

from suggestions.models import RefusalGround
from suggestions.states import SuggestionState
from suggestions.transitions.refuse import refuse
from suggestions.transitions.submit import submit

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


def test_what_goes_back_is_mended_and_handed_in_again(road, cast, heard, clocks):
    empty = RefusalGround.objects.get(code="empty")
    paper = refuse(road.submitted(), by=cast.he, at=road.at(), ground=empty, note="请写明路段。")

    assert (paper.state, paper.refusal_result) == (SuggestionState.SENT_BACK, "return")
    assert heard("refused") == {"lin"}
    assert clocks(paper) == {}
    paper = submit(paper, by=cast.lin, at=road.at())
    assert (paper.state, paper.refusal_ground, paper.refusal_result) == (SuggestionState.SUBMITTED, None, "")


RESULTS = [("reference", "not_filed"), ("letter", "not_filed"), ("return", "sent_back")]


@pytest.mark.parametrize(("result", "state"), RESULTS)
def test_the_office_may_settle_otherwise_what_becomes_of_it(road, cast, ground, result, state):
    paper = refuse(road.submitted(), by=cast.he, at=road.at(), ground=ground, result=result)

    assert (paper.state, paper.refusal_result) == (state, result)


def test_a_result_nobody_knows_is_refused(road, cast, ground, refused):
    refused(refuse, road.submitted(), by=cast.he, at=road.at(), ground=ground, result="bin", code="input")
