import pytest

from suggestions.models import Reply, Suggestion
from suggestions.transitions.publish import publish, unpublish

pytestmark = pytest.mark.django_db

CHECKED = "经审查不涉密。审查人：何敏。"


def test_an_answered_suggestion_is_opened_to_everybody(road, cast, heard):
    paper = road.closed()
    assert not Suggestion.objects.published().exists()

    paper = publish(paper, by=cast.he, at=road.at(), version=paper.version, secrecy_note=CHECKED)

    assert Suggestion.objects.published().get() == paper
    assert Reply.objects.public().count() == 1
    assert heard("published") == {"lin", "feng", "chen"}


def test_a_reply_the_unit_keeps_back_stays_back(road, cast):
    publish(road.replied(publish=False), by=cast.he, at=road.at(), secrecy_note=CHECKED)

    assert not Reply.objects.public().exists()


def test_not_against_the_deputys_will(road, cast, refused):
    paper = road.on(road.draft(agree_to_publish=False), "replied")

    refused(publish, paper, by=cast.he, at=road.at(), secrecy_note=CHECKED, code="state")


def test_only_by_the_office(road, cast, refused):
    subject = road.replied()
    for who in ("lin", "sun", "feng", "zhao", "wei", "gao", "stranger"):
        refused(publish, subject, by=getattr(cast, who), at=road.at(), secrecy_note=CHECKED, code="role")


def test_not_unanswered_not_unchecked_not_twice(road, cast, refused):
    refused(publish, road.handling(), by=cast.he, at=road.at(), secrecy_note=CHECKED, code="state")
    paper = road.replied()
    refused(publish, paper, by=cast.he, at=road.at(), secrecy_note=" ", code="input")
    publish(paper, by=cast.he, at=road.at(), secrecy_note=CHECKED)
    refused(publish, paper, by=cast.he, at=road.at(), secrecy_note=CHECKED, code="state")


def test_it_can_be_taken_off_again(road, cast, refused, heard):
    paper = publish(road.replied(), by=cast.he, at=road.at(), secrecy_note=CHECKED)
    refused(unpublish, paper, by=cast.he, at=road.at(), reason="", code="input")
    refused(unpublish, paper, by=cast.lin, at=road.at(), reason="撤。", code="role")

    unpublish(paper, by=cast.he, at=road.at(), reason="涉及个人信息。")

    assert not Suggestion.objects.published().exists()
    assert heard("unpublished") == {"lin", "feng", "chen"}
    refused(unpublish, paper, by=cast.he, at=road.at(), reason="撤。", code="state")
