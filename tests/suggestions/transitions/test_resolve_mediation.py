from datetime import timedelta

import pytest

from suggestions.states import Resolution, SuggestionState
from suggestions.transitions.mediate import mediate
from suggestions.transitions.resolve_mediation import resolve_mediation

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(road):
    return {
        "held_on": road.day,
        "participants": "林晓梅、陈刚、何敏",
        "record": "双方达成一致。",
        "resolution": "close",
    }


def test_agreed_it_is_closed(road, cast, meeting, heard, clocks):
    paper = road.mediation()

    resolve_mediation(paper, by=cast.he, at=road.at(), version=paper.version, **meeting)

    paper = road.fresh(paper)
    assert (paper.state, paper.ending) == (SuggestionState.CLOSED, "mediated")
    assert clocks(paper) == {}
    assert heard("mediation_resolved") == {"lin", "feng", "chen"}


def test_or_handled_a_third_time(road, cast, meeting, clocks):
    paper = road.mediation()

    resolve_mediation(paper, by=cast.he, at=road.at(), **{**meeting, "resolution": Resolution.REHANDLE})

    assert road.fresh(paper).state == SuggestionState.REHANDLING
    assert paper.current_round().number == 3
    assert clocks(road.part(paper)) == {"re_reply": "2026-04-02"}


def test_or_a_promise_is_tracked(road, cast, meeting, refused):
    tracked = {**meeting, "resolution": Resolution.TRACK}
    refused(resolve_mediation, road.mediation(), by=cast.he, at=road.at(), code="input", **tracked)
    paper = road.dissatisfied(road.promised())
    mediate(paper, by=cast.he, at=road.at(), reason="分歧。")

    resolve_mediation(paper, by=cast.he, at=road.at(), **tracked)

    assert road.fresh(paper).state == SuggestionState.TRACKING


def test_only_by_the_office(road, cast, meeting, refused):
    subject = road.mediation()
    for who in ("lin", "sun", "feng", "zhao", "stranger"):
        refused(resolve_mediation, subject, by=getattr(cast, who), at=road.at(), code="role", **meeting)


def test_not_without_record_nor_before_it_was_held(road, cast, meeting, refused):
    paper = road.mediation()
    for wrong in ({"record": " "}, {"resolution": "forget"}, {"held_on": road.day + timedelta(days=1)}):
        refused(resolve_mediation, paper, by=cast.he, at=road.at(), code="input", **{**meeting, **wrong})


def test_not_twice(road, cast, meeting, refused):
    paper = road.mediation()
    resolve_mediation(paper, by=cast.he, at=road.at(), **meeting)

    refused(resolve_mediation, paper, by=cast.xu, at=road.at(), code="state", **meeting)
