"""The office puts papers on one matter together; both ways the link can be followed."""

import pytest
from django.urls import reverse

from suggestions.models import Merge
from suggestions.states import CheckPoint
from suggestions.transitions.merge import merge
from suggestions.transitions.publish import publish


@pytest.fixture
def papers(road):
    """Three registered papers, the second most like the first."""
    titles = ("关于增设人民路公交站点的建议", "关于人民路增设公交车站点的建议", "关于改善农村供水的建议")
    return [road.registered(road.submitted(title=title)) for title in titles]


@pytest.fixture
def merged(road, cast, papers):
    main, member, _ = papers
    merge(main, by=cast.he, at=road.at(), members=[member], reason="内容相近。")
    return road.fresh(main), road.fresh(member)


def test_the_most_alike_stand_first_and_a_number_may_be_typed(road, cast, papers, visit, words):
    main, like, unlike = papers
    shown = words(visit(cast.he, "merge", main))

    assert shown.index(like.title) < shown.index(unlike.title)
    post = {"members": [like.pk], "numbers": unlike.number_text, "reason": "内容相近。", "version": main.version}
    visit(cast.he, "merge", main, post=post)
    assert set(Merge.objects.values_list("main", "member")) == {(main.pk, like.pk), (main.pk, unlike.pk)}


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({}, "请至少选择一件，或者填写编号。"),
        ({"numbers": "第999号"}, "“第999号”不在已立案、尚未交办的建议中。"),
        ({"members": ["12345"]}, "不在可用的选项中"),
    ],
)
def test_what_cannot_be_merged_is_said_at_the_field_and_nothing_is_lost(
    road, cast, papers, visit, words, posted, sentence
):
    answer = visit(cast.he, "merge", papers[0], post={**posted, "reason": "内容相近。"})

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "内容相近。" in words(answer)
    assert not Merge.objects.exists()


def test_the_link_is_shown_both_ways_and_undone(road, cast, merged, visit, words):
    main, member = merged

    on_main, on_member = words(visit(cast.he, "detail", main)), words(visit(cast.lin, "detail", member))
    assert reverse("suggestions:detail", args=[member.pk]) in on_main
    assert "以下建议并入本件一并办理" in on_main
    assert reverse("suggestions:detail", args=[main.pk]) in on_member
    assert f"（并入{main.number_text}）" in words(visit(cast.he, "list"))
    answer = visit(cast.he, "end-merge", member, post={"reason": "诉求不同。", "version": member.version})

    assert answer.status_code == 302
    assert "并入本件" not in words(visit(cast.he, "detail", main)).split("办理过程")[0]


def test_the_unit_works_from_the_main_paper(road, cast, merged, visit, words):
    main, member = merged
    road.handling(road.assigned(main))

    queue = words(visit(cast.feng, "list"))
    waiting = words(visit_queue(visit, cast.feng, "to-answer"))
    page = words(visit(cast.feng, "detail", member))

    assert main.title in queue
    assert member.title in queue
    assert main.title in waiting
    assert member.title not in waiting
    assert "登记联系代表" in page
    assert reverse("suggestions:reply", args=[road.part(member).pk]) not in page


def test_citizens_follow_the_link_only_to_what_is_public(road, cast, merged, client, words):
    main, member = merged
    main = road.contacted(road.handling(road.assigned(main)))
    road.contacted(road.fresh(member))
    main = road.replied(road.signed(road.drafted(main)))
    publish(main, by=cast.he, at=road.at(), secrecy_note="不涉密。", checked=CheckPoint.values)
    address = reverse("suggestions:public-page", args=[main.pk])

    closed = words(client.get(address))
    publish(road.fresh(member), by=cast.he, at=road.at(), secrecy_note="不涉密。", checked=CheckPoint.values)

    assert member.number_text in closed
    assert member.title not in closed
    assert member.title in words(client.get(address))


def test_citizens_read_the_title_of_the_copy(road, cast, merged, client, words):
    main, member = merged
    road.contacted(road.handling(road.assigned(main)))
    road.contacted(road.fresh(member))
    road.replied(road.signed(road.drafted(road.fresh(main))))
    checked = {"secrecy_note": "不涉密。", "checked": CheckPoint.values}
    publish(main, by=cast.he, at=road.at(), **checked)
    publish(member, by=cast.he, at=road.at(), **checked, words={"title": "关于【略】"})

    page = words(client.get(reverse("suggestions:public-page", args=[main.pk])))

    assert "关于【略】" in page
    assert member.title not in page


def test_a_page_costs_the_same_with_one_member_and_two(
    road, cast, merged, papers, signed_in, django_assert_num_queries
):
    main, _ = merged
    address = reverse("suggestions:detail", args=[main.pk])
    client = signed_in(cast.he)
    client.get(address)
    with django_assert_num_queries(9):
        client.get(address)
    merge(main, by=cast.he, at=road.at(), members=[papers[2]], reason="内容相近。")
    with django_assert_num_queries(9):
        client.get(address)


def visit_queue(visit, user, key):
    class Named:
        pk = key

    return visit(user, "queue", Named)
