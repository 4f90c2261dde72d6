import pytest

from suggestions.states import SuggestionState
from suggestions.transitions.send_back import send_back

pytestmark = pytest.mark.django_db


def test_the_office_asks_for_changes(road, cast, heard, clocks):
    paper = road.submitted(road.joint())

    paper = send_back(paper, by=cast.he, at=road.at(), version=paper.version, reason="请写明具体路段。")

    assert (paper.state, paper.review_note) == (SuggestionState.SENT_BACK, "请写明具体路段。")
    assert heard("sent_back") == {"lin", "zhou"}
    assert clocks(paper) == {}
    assert road.submitted(paper).state == SuggestionState.SUBMITTED


def test_only_by_the_office(road, cast, refused):
    subject = road.submitted()
    for who in ("lin", "wei", "gao", "fang", "zhao", "sun", "feng", "stranger"):
        refused(send_back, subject, by=getattr(cast, who), at=road.at(), reason="改。", code="role")


def test_not_without_a_reason(road, cast, refused):
    refused(send_back, road.submitted(), by=cast.he, at=road.at(), reason="  ", code="input")


def test_not_a_draft_and_not_twice(road, cast, refused):
    refused(send_back, road.draft(), by=cast.he, at=road.at(), reason="改。", code="state")
    paper = send_back(road.submitted(), by=cast.he, at=road.at(), reason="改。")
    refused(send_back, paper, by=cast.xu, at=road.at(), reason="改。", code="state")
