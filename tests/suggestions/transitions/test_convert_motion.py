import pytest

from suggestions.states import Kind, Origin, SuggestionState
from suggestions.transitions.assign import assign
from suggestions.transitions.convert_motion import convert_motion
from tests.suggestions.road import IN_SESSION

pytestmark = pytest.mark.django_db

WHY = "未列入大会议程。"


def test_a_registered_motion_keeps_its_number_and_gets_another(road, cast, heard):
    paper = road.motion()
    road.day = IN_SESSION
    paper = road.registered(paper)

    paper = convert_motion(paper, by=cast.he, at=road.at(days=2), reason=WHY)

    assert (paper.kind, paper.origin) == (Kind.SUGGESTION, Origin.CONVERTED_MOTION)
    assert (paper.motion_number_text, paper.number_text) == ("议案第1号", "第001号")
    assert {"lin", "zhou", "deng"} <= heard("converted")


def test_a_motion_may_be_converted_before_registration(road, cast):
    paper = convert_motion(road.motion(), by=cast.he, at=road.at(), reason=WHY)

    assert (paper.state, paper.number_text, paper.kind) == (SuggestionState.SUBMITTED, "", Kind.SUGGESTION)
    assert road.registered(paper).number_text == "第001号"


def test_an_unconverted_motion_goes_to_no_unit(road, cast, refused):
    paper = road.motion()
    road.day = IN_SESSION
    paper = road.registered(paper)

    reason = refused(assign, paper, by=cast.he, at=road.at(days=3), units=[(cast.transport, "lead")], code="state")
    assert "主席团" in reason


def test_only_by_the_office(road, cast, refused):
    subject = road.motion()
    for who in ("lin", "wei", "gao", "zhao", "stranger"):
        refused(convert_motion, subject, by=getattr(cast, who), at=road.at(), reason=WHY, code="role")


def test_not_without_a_reason_not_a_suggestion_not_twice(road, cast, refused):
    refused(convert_motion, road.submitted(), by=cast.he, at=road.at(), reason=WHY, code="state")
    paper = road.motion()
    refused(convert_motion, paper, by=cast.he, at=road.at(), reason="", code="input")
    convert_motion(paper, by=cast.he, at=road.at(), reason=WHY)
    refused(convert_motion, paper, by=cast.he, at=road.at(), reason=WHY, code="state")
