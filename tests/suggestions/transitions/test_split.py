"""A paper of several matters is taken apart with the deputy's agreement (F16)."""

import pytest
from django.db import DatabaseError, transaction

from foundation.files.store import files_of, store_upload
from suggestions.cards.queues import splits_to_answer
from suggestions.models import SplitPart, Suggestion
from suggestions.rules import may_choose_key, may_choose_project, may_publish
from suggestions.states import Ending, SuggestionState, UnitRole
from suggestions.transitions.merge import merge
from suggestions.transitions.split import answer_split, propose_split
from suggestions.transitions.withdraw import withdraw
from tests.suggestions.funds import pot, project
from tests.suggestions.views.scans import scan

pytestmark = pytest.mark.django_db

PARTS = [
    {"title": "关于增设人民路公交站点的建议", "facts": "站点太远。", "proposals": "增设一处。"},
    {"title": "关于青年路路灯的建议", "facts": "路灯不亮。", "proposals": "修复路灯。"},
]
WHY = {"reason": "涉及公交和路灯两个事项。", "parts": PARTS}


@pytest.fixture
def proposed(road, cast):
    def make(paper=None):
        return propose_split(paper or road.registered(), by=cast.he, at=road.at(), **WHY)

    return make


@pytest.fixture
def parted(road, cast, proposed):
    """The origin and its two parts, registered."""

    def make(paper=None):
        split = answer_split(proposed(paper), by=cast.lin, at=road.at(), agree=True)
        return road.fresh(split.suggestion), [road.fresh(row.suggestion) for row in split.parts.all()]

    return make


def test_the_deputy_is_asked_before_anything_changes(road, cast, proposed, heard, clocks):
    split = proposed()

    assert heard("split_proposed") == {"lin"}
    assert road.fresh(split.suggestion).state == SuggestionState.REGISTERED
    assert set(clocks(split.suggestion)) == {"recess_assign"}
    assert Suggestion.objects.count() == 1


def test_parts_have_numbers_proposers_and_clocks_of_their_own(road, cast, parted, heard, clocks, told):
    origin, parts = parted(road.registered(road.submitted(road.joint())))

    assert [part.number_text for part in parts] == ["闭会第2号", "闭会第3号"]
    assert {part.lead for part in parts} == {origin.lead}
    assert [part.cosigners.get().mandate for part in parts] == [road.seats.zhou] * 2
    assert [part.title for part in parts] == [part["title"] for part in PARTS]
    assert all(set(clocks(part)) == {"recess_assign"} for part in parts)
    assert (origin.state, clocks(origin), origin.number_text) == (SuggestionState.SPLIT, {}, "闭会第1号")
    assert heard("split_answered") == {"he", "xu"}
    assert origin.title not in [parts[1].title]
    assert "answer_split" in told(origin)
    assert not Suggestion.objects.without_clock().exists()


def test_a_matter_is_counted_once(road, parted):
    _, parts = parted()

    assert set(Suggestion.objects.registered().counted()) == set(parts)


def test_a_matter_stays_in_the_year_of_its_paper_whenever_it_is_taken_apart(road, parted):
    paper = road.registered()
    bounds = (road.at(-1), road.at())

    origin, parts = parted(road.later(400).fresh(paper))

    assert [part.registered_at for part in parts] == [origin.registered_at] * 2
    assert set(Suggestion.objects.registered_between(*bounds)) == set(parts)


def test_every_unit_has_the_attachments_of_the_whole(road, cast, parted):
    paper = road.draft()
    store_upload(scan(), owner=paper, kind="attachment", by=cast.lin, at=road.at())

    _, parts = parted(road.registered(road.submitted(paper)))

    assert [files_of(part).count() for part in parts] == [1, 1]


def test_a_part_taken_apart_again_closes_what_it_came_from(road, cast, proposed, parted):
    origin, (first, second) = parted()
    middle, inner = parted(first)
    for part in (second, *inner):
        road.on(road.assigned(part), "replied")

    assert [road.fresh(paper).state for paper in (middle, origin)] == [SuggestionState.CLOSED] * 2
    assert Suggestion.objects.registered().counted().count() == 3


def test_what_was_taken_apart_is_neither_published_nor_put_on_a_list(road, cast, parted):
    origin, parts = parted()
    for rule in (may_choose_key, may_choose_project):
        assert "已拆分办理" in rule(cast.he, origin, on=road.day).reason
    for part in parts:
        road.on(road.assigned(part), "replied")

    assert "请公开各件" in may_publish(cast.he, road.fresh(origin), on=road.day).reason


def test_what_is_on_a_list_stays_whole(road, cast, refused):
    keyed, paid = road.registered(), road.registered()
    Suggestion.objects.filter(pk=keyed.pk).update(is_key=True)
    project(road, pot(road), paid)

    for paper in (keyed, paid):
        assert "不能拆分" in refused(propose_split, road.fresh(paper), by=cast.he, at=road.at(), **WHY, code="state")


def test_an_answer_that_comes_too_late_waits_on_no_desk(road, cast, proposed, refused):
    split = proposed()
    assert splits_to_answer(cast.lin, road.day).exists()
    other = road.registered()

    merge(other, by=cast.he, at=road.at(), members=[road.fresh(split.suggestion)], reason="内容相近。")
    refused(answer_split, split, by=cast.lin, at=road.at(), agree=True, code="state")
    road.assigned(other)

    assert not splits_to_answer(cast.lin, road.day).exists()


def test_the_origin_is_closed_when_all_parts_are_answered(road, cast, parted):
    origin, parts = parted()
    road.on(road.assigned(parts[0]), "replied")
    assert road.fresh(origin).state == SuggestionState.SPLIT

    road.on(road.assigned(parts[1], units=[(cast.education, UnitRole.LEAD)]), "replied")

    origin = road.fresh(origin)
    assert (origin.state, origin.ending) == (SuggestionState.CLOSED, Ending.SPLIT)
    assert not Suggestion.objects.counted().filter(pk=origin.pk).exists()


def test_a_withdrawn_part_is_not_waited_for(road, cast, parted):
    origin, parts = parted()
    road.on(road.assigned(parts[0]), "replied")

    withdraw(parts[1], by=cast.lin, at=road.at(), reason="已修好。")

    assert road.fresh(origin).state == SuggestionState.CLOSED


def test_a_deputy_who_does_not_agree_says_why_and_all_stays(road, cast, proposed, refused, heard):
    split = proposed()
    refused(answer_split, split, by=cast.lin, at=road.at(), agree=False, code="input")

    answer_split(split, by=cast.lin, at=road.at(), agree=False, words="两事相关。")

    assert Suggestion.objects.count() == 1
    assert heard("split_answered") == {"he", "xu"}
    assert road.assigned(road.fresh(split.suggestion)).state == SuggestionState.ASSIGNED


def test_by_whom_when_and_once(road, cast, proposed, refused):
    subject = road.registered()
    for who in ("lin", "gao", "sun", "feng", "stranger"):
        refused(propose_split, subject, by=getattr(cast, who), at=road.at(), **WHY, code="role")
    for paper in (road.submitted(), road.assigned()):
        refused(propose_split, paper, by=cast.he, at=road.at(), **WHY, code="state")
    split = proposed(subject)
    refused(propose_split, subject, by=cast.he, at=road.at(), **WHY, code="state")
    for who in ("zhou", "he", "feng", "stranger"):
        refused(answer_split, split, by=getattr(cast, who), at=road.at(), agree=True, code="role")
    answer_split(split, by=cast.lin, at=road.at(), agree=True)
    refused(answer_split, split, by=cast.lin, at=road.at(), agree=True, code="state")


def test_not_of_what_is_merged_and_not_after_assignment(road, cast, proposed, refused):
    main, member = road.registered(), road.registered()
    merge(main, by=cast.he, at=road.at(), members=[member], reason="内容相近。")
    for paper in (main, member):
        refused(propose_split, road.fresh(paper), by=cast.he, at=road.at(), **WHY, code="state")
    split = proposed()
    road.assigned(road.fresh(split.suggestion))
    refused(answer_split, split, by=cast.lin, at=road.at(), agree=True, code="state")


@pytest.mark.parametrize("parts", [[], PARTS[:1], [PARTS[0], {**PARTS[1], "facts": "　"}]])
def test_fewer_than_two_whole_parts_are_refused(road, cast, refused, parts):
    refused(propose_split, road.registered(), by=cast.he, at=road.at(), reason="两事。", parts=parts, code="input")


def test_what_the_deputy_was_shown_cannot_be_changed(proposed):
    proposed()
    with pytest.raises(DatabaseError), transaction.atomic():
        SplitPart.objects.update(title="别的")
