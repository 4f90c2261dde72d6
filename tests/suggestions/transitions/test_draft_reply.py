import pytest

from foundation.workflow import StaleVersion
from suggestions.states import AssignmentState, UnitRole
from suggestions.transitions.draft_reply import draft_reply

pytestmark = pytest.mark.django_db


def test_every_saved_state_is_kept(road, cast, told):
    part = road.part(road.contacted())

    draft_reply(part, by=cast.feng, at=road.at(), version=part.version, body="初稿")
    draft_reply(part, by=cast.feng, at=road.at(), autosave=True, body="二稿")
    reply = draft_reply(part, by=cast.chen, at=road.at(), body="二稿")

    assert road.fresh(part).state == AssignmentState.DRAFTED
    assert [row.content["body"] for row in reply.versions.order_by("number")] == ["初稿", "二稿"]
    assert told(part.suggestion).count("draft_reply") == 2


def test_a_telephone_number_is_not_kept_in_clear(road, cast):
    reply = road.part(road.drafted()).replies.get()

    assert "contact_phone" not in reply.versions.get().content
    assert reply.contact_phone == "0000-8888123"


def test_two_colleagues_at_once(road, cast):
    part = road.part(road.contacted())
    draft_reply(part, by=cast.feng, at=road.at(), version=part.version, body="甲")

    with pytest.raises(StaleVersion):
        draft_reply(part, by=cast.chen, at=road.at(), version=part.version, body="乙")
    assert part.replies.get().body == "甲"


def test_only_by_the_unit_itself(road, cast, refused):
    subject = road.part(road.contacted())
    for who in ("lin", "he", "sun", "wu", "stranger"):
        refused(draft_reply, subject, by=getattr(cast, who), at=road.at(), body="文", code="role")


def test_not_by_a_co_unit_not_unsigned_not_once_signed(road, cast, refused):
    co = road.part(road.handling(road.with_co_unit()), UnitRole.CO)
    refused(draft_reply, co, by=cast.wu, at=road.at(), body="文", code="state")
    refused(draft_reply, road.part(road.assigned()), by=cast.feng, at=road.at(), body="文", code="state")
    refused(draft_reply, road.part(road.signed()), by=cast.feng, at=road.at(), body="文", code="state")


def test_only_parts_of_a_reply_are_taken(road, cast):
    with pytest.raises(TypeError):
        draft_reply(road.part(road.contacted()), by=cast.feng, at=road.at(), delivered_at=road.at())
