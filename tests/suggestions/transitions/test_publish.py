import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, IntegrityError, transaction

from suggestions.cards.queues import to_open
from suggestions.models import PublicCopy, Reply, Suggestion
from suggestions.states import CheckPoint
from suggestions.transitions.public_copies import await_check
from suggestions.transitions.publish import publish, renew_copy, unpublish

pytestmark = pytest.mark.django_db

CHECKED = {"secrecy_note": "经审查不涉密。审查人：何敏。", "checked": CheckPoint.values}


def test_an_answered_suggestion_is_opened_to_everybody(road, cast, heard):
    paper = road.closed()
    assert not Suggestion.objects.published().exists()

    paper = publish(paper, by=cast.he, at=road.at(), version=paper.version, **CHECKED)

    assert Suggestion.objects.published().get() == paper
    assert Reply.objects.public().count() == 1
    assert heard("published") == {"lin", "feng", "chen"}


def test_a_reply_the_unit_keeps_back_stays_back(road, cast):
    publish(road.replied(publish=False), by=cast.he, at=road.at(), **CHECKED)

    assert not Reply.objects.public().exists()


def test_not_against_the_deputys_will(road, cast, refused):
    paper = road.on(road.draft(agree_to_publish=False), "replied")

    refused(publish, paper, by=cast.he, at=road.at(), **CHECKED, code="state")


def test_only_by_the_office(road, cast, refused):
    subject = road.replied()
    for who in ("lin", "sun", "feng", "zhao", "wei", "gao", "stranger"):
        refused(publish, subject, by=getattr(cast, who), at=road.at(), **CHECKED, code="role")


def test_not_unanswered_not_unchecked_not_twice(road, cast, refused):
    refused(publish, road.handling(), by=cast.he, at=road.at(), **CHECKED, code="state")
    paper = road.replied()
    refused(publish, paper, by=cast.he, at=road.at(), **{**CHECKED, "secrecy_note": " "}, code="input")
    publish(paper, by=cast.he, at=road.at(), **CHECKED)
    refused(publish, paper, by=cast.he, at=road.at(), **CHECKED, code="state")


def test_it_can_be_taken_off_again(road, cast, refused, heard):
    paper = publish(road.replied(), by=cast.he, at=road.at(), **CHECKED)
    refused(unpublish, paper, by=cast.he, at=road.at(), reason="", code="input")
    refused(unpublish, paper, by=cast.lin, at=road.at(), reason="撤。", code="role")

    unpublish(paper, by=cast.he, at=road.at(), reason="涉及个人信息。")

    assert not Suggestion.objects.published().exists()
    assert heard("unpublished") == {"lin", "feng", "chen"}
    refused(unpublish, paper, by=cast.he, at=road.at(), reason="撤。", code="state")


def test_every_point_is_checked_by_a_person(road, cast, refused):
    paper = road.replied()
    for point in CheckPoint.values:
        others = [other for other in CheckPoint.values if other != point]
        refused(publish, paper, by=cast.he, at=road.at(), **{**CHECKED, "checked": others}, code="input")

    assert not PublicCopy.objects.exists()


def test_words_are_covered_and_the_original_stays(road, cast):
    paper = publish(
        road.replied(), by=cast.he, at=road.at(), **CHECKED, words={"facts": "【略】", "title": "关于【略】的建议"}
    )

    assert (paper.public_copy.title, paper.public_copy.facts) == ("关于【略】的建议", "【略】")
    assert paper.public_copy.made_by == cast.he
    assert Suggestion.objects.get(pk=paper.pk).title == "关于增设人民路公交站点的建议"


@pytest.mark.parametrize("title", ["关于取消人民路公交站点的建议", "", "关于增设公交站点的建议"])
def test_nothing_is_rewritten(road, cast, refused, title):
    paper = road.replied()

    refused(publish, paper, by=cast.he, at=road.at(), **CHECKED, words={"title": title}, code="input")


def test_a_later_reply_waits_for_its_check(road, cast, heard):
    paper = publish(road.replied(), by=cast.he, at=road.at(), **CHECKED)
    paper = road.replied_again(road.dissatisfied(paper))

    assert Reply.objects.public().count() == 1
    assert Suggestion.objects.to_check_again().get() == paper
    assert to_open(cast.he, road.at().date()).get() == paper

    paper = renew_copy(paper, by=cast.he, at=road.at(), **CHECKED)

    assert Reply.objects.public().count() == 2
    assert not Suggestion.objects.to_check_again().exists()
    assert [copy.number for copy in paper.public_copies.all()] == [1, 2]
    assert heard("copy_renewed") == {"lin", "feng", "chen"}


def test_what_was_covered_once_stays_covered_in_the_next_version(road, cast):
    paper = publish(road.replied(), by=cast.he, at=road.at(), **CHECKED, words={"facts": "【略】"})
    paper = renew_copy(paper, by=cast.he, at=road.at(), **CHECKED, words={"grounds": "【略】"})

    assert (paper.public_copy.facts, paper.public_copy.grounds) == ("【略】", "【略】")


def test_only_what_is_public_is_renewed_and_only_by_the_office(road, cast, refused):
    paper = road.replied()
    refused(renew_copy, paper, by=cast.he, at=road.at(), **CHECKED, code="state")
    publish(paper, by=cast.he, at=road.at(), **CHECKED)
    for who in ("lin", "sun", "feng", "wei", "stranger"):
        refused(renew_copy, paper, by=getattr(cast, who), at=road.at(), **CHECKED, code="role")


def test_a_version_is_kept(road, cast):
    copy = publish(road.replied(), by=cast.he, at=road.at(), **CHECKED).public_copy

    for change in (lambda: PublicCopy.objects.update(title="改"), lambda: copy.replies.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_nothing_is_public_without_a_copy(road):
    paper = road.replied()

    with pytest.raises(IntegrityError, match="suggestion_published_as_copy"), transaction.atomic():
        Suggestion.objects.filter(pk=paper.pk).update(published_at=road.at())


def test_what_was_taken_off_stays_on_file(road, cast):
    paper = publish(road.replied(), by=cast.he, at=road.at(), **CHECKED)
    paper = unpublish(paper, by=cast.he, at=road.at(), reason="需核对。")
    assert not PublicCopy.objects.visible_to(AnonymousUser()).exists()

    paper = publish(paper, by=cast.he, at=road.at(), **CHECKED)

    assert paper.public_copy.number == 2
    assert PublicCopy.objects.visible_to(AnonymousUser()).get() == paper.public_copy


def test_a_reply_that_came_while_the_page_was_open_is_not_opened_unread(road, cast, refused):
    paper = publish(road.replied(), by=cast.he, at=road.at(), **CHECKED)
    seen = road.fresh(paper).version
    await_check(Reply.objects.get(), at=road.at(1))

    refused(renew_copy, paper, by=cast.he, at=road.at(2), version=seen, **CHECKED, code="stale")
    assert paper.public_copies.count() == 1
