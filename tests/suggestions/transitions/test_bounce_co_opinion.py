import pytest

from suggestions.states import AssignmentState, UnitRole
from suggestions.transitions.bounce_co_opinion import bounce_co_opinion
from suggestions.transitions.draft_reply import draft_reply
from suggestions.transitions.give_co_opinion import give_co_opinion
from suggestions.transitions.sign_reply import sign_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion(road, cast):
    part = road.part(road.contacted(road.handling(road.with_co_unit())), UnitRole.CO)
    return give_co_opinion(part, by=cast.wu, at=road.at(), text="无意见。")


def test_an_opinion_that_does_not_help_is_returned_and_kept(road, cast, opinion, heard, clocks):
    bounce_co_opinion(opinion, by=cast.feng, at=road.at(), reason="请说明校门口客流。")

    part = opinion.assignment
    assert road.fresh(part).state == AssignmentState.BOUNCED
    assert clocks(part) == {"co_opinion_redo": "2026-03-09"}
    assert heard("co_opinion_bounced") == {"wu", "zheng"}
    give_co_opinion(part, by=cast.wu, at=road.at(), text="早高峰约三百人。")
    assert [row.text for row in part.opinions.order_by("pk")] == ["无意见。", "早高峰约三百人。"]
    assert clocks(part) == {}


def test_only_by_the_lead_unit(road, cast, opinion, refused):
    for who in ("lin", "he", "sun", "wu", "stranger"):
        refused(bounce_co_opinion, opinion, by=getattr(cast, who), at=road.at(), reason="不够。", code="role")


def test_not_without_a_reason_and_not_twice(road, cast, opinion, refused):
    refused(bounce_co_opinion, opinion, by=cast.feng, at=road.at(), reason=" ", code="input")
    bounce_co_opinion(opinion, by=cast.feng, at=road.at(), reason="不够。")
    refused(bounce_co_opinion, opinion, by=cast.feng, at=road.at(), reason="不够。", code="state")


def test_not_once_the_reply_is_signed(road, cast, opinion, refused):
    lead = road.part(opinion.assignment.suggestion)
    draft_reply(lead, by=cast.feng, at=road.at(), **road.reply_content())
    sign_reply(lead, by=cast.chen, at=road.at())

    refused(bounce_co_opinion, opinion, by=cast.feng, at=road.at(), reason="不够。", code="state")
