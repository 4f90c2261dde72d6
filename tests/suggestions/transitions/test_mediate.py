import pytest

from suggestions.states import SuggestionState
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.mediate import mediate

pytestmark = pytest.mark.django_db


def test_the_office_takes_a_case_to_mediation(road, cast, heard, clocks):
    paper = road.dissatisfied()

    mediate(paper, by=cast.he, at=road.at(), version=paper.version, reason="双方分歧较大。")

    assert road.fresh(paper).state == SuggestionState.MEDIATION
    assert clocks(paper) == {"mediation": "2026-04-02"}
    assert clocks(road.part(paper)) == {}
    assert heard("mediation_opened") == {"lin", "xu", "feng", "chen"}


def test_meanwhile_the_unit_writes_nothing(road, cast, refused):
    refused(draft_reply, road.part(road.mediation()), by=cast.feng, at=road.at(), body="文", code="state")


def test_only_by_the_office(road, cast, refused):
    subject = road.dissatisfied()
    for who in ("lin", "sun", "feng", "zhao", "wei", "stranger"):
        refused(mediate, subject, by=getattr(cast, who), at=road.at(), reason="分歧。", code="role")


def test_not_in_the_first_round_not_twice_not_without_a_reason(road, cast, refused):
    refused(mediate, road.handling(), by=cast.he, at=road.at(), reason="分歧。", code="state")
    paper = road.dissatisfied()
    refused(mediate, paper, by=cast.he, at=road.at(), reason="", code="input")
    mediate(paper, by=cast.he, at=road.at(), reason="分歧。")
    refused(mediate, paper, by=cast.he, at=road.at(), reason="分歧。", code="state")
