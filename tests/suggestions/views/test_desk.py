"""Lists and the case page: what each person finds there, what stays hidden, and at what price."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.urls import reverse

from foundation.accounts.roles import Role
from suggestions.cards.queues import QUEUES
from suggestions.models import Assignment, Category, ContactRecord, Suggestion
from suggestions.states import AssignmentState, UnitRole
from suggestions.transitions.send_back import send_back
from tests.cast import PEOPLE
from tests.suggestions.road import START, moment

ROLES_ON_A_CASE = ("lin", "zhou", "he", "sun", "feng", "wu", "zhao", "fang", "luo")


def test_everybody_lists_what_he_may_open(road, cast, visit):
    draft, registered, handled = road.draft(), road.registered(), road.assigned()
    seen = {
        person: {row.pk for row in visit(getattr(cast, person), "list").context["page"].rows}
        for person in ("lin", "zhou", "he", "feng", "wu", "stranger")
    }

    assert seen["lin"] == {draft.pk, registered.pk, handled.pk}
    assert seen["zhou"] == seen["he"] == {registered.pk, handled.pk}
    assert seen["feng"] == {handled.pk}
    assert seen["wu"] == seen["stranger"] == set()


def test_a_list_is_narrowed_by_its_filters(road, cast, visit, signed_in):
    key = road.assigned(road.registered(road.submitted(title="关于停车管理的建议")), is_key=True)
    plain = road.registered()
    client, address = signed_in(cast.he), reverse("suggestions:list")

    def found(**wanted):
        return {row.pk for row in client.get(address, wanted).context["page"].rows}

    assert found(q="停车") == {key.pk}
    assert found(state="registered") == {plain.pk}
    assert found(unit=cast.transport.pk) == {key.pk}
    assert found(unit=cast.education.pk) == set()
    assert found(is_key="on") == {key.pk}
    assert found(category=Category.objects.get(code="urban").pk) == {key.pk, plain.pk}
    assert found(light="green") | found(light="yellow") | found(light="orange") == {key.pk, plain.pk}
    assert found(light="red") == set()
    assert found(state="nonsense") == set()


def test_an_export_holds_the_rows_of_the_list(road, cast, visit, signed_in):
    road.assigned(road.registered(road.submitted(title="=关于公式的建议")))
    road.registered(road.submitted(title="关于照明的建议"))
    answer = signed_in(cast.he).get(reverse("suggestions:list"), {"format": "csv", "state": "assigned"})

    lines = list(csv.DictReader(StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))

    assert [(line["标题"], line["承办单位"], line["到期日"]) for line in lines] == [
        ("'=关于公式的建议", "区交通局", "2026-03-09")
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_the_same_for_one_row_and_three(count, road, cast, signed_in, django_assert_num_queries):
    for _ in range(count):
        road.handling(road.with_co_unit())
    client = signed_in(cast.he)

    client.get(reverse("suggestions:list"))

    # the person with his memberships, his seats, ids, rows, parts with clocks, unread messages
    with django_assert_num_queries(6):
        client.get(reverse("suggestions:list"))


def test_a_case_page_costs_at_most_twelve_queries(road, cast, signed_in, django_assert_max_num_queries):
    paper = road.replied_again(road.dissatisfied(road.replied(road.signed(road.drafted(road.contacted(_joint(road)))))))
    Suggestion.objects.filter(pk=paper.pk).update(supervising_committee=cast.urban_committee)
    # What a process asks for once, the types of content, is not the page's price.
    signed_in(cast.he).get(reverse("suggestions:detail", args=[paper.pk]))
    for person in ROLES_ON_A_CASE:
        client = signed_in(getattr(cast, person))
        client.get(reverse("suggestions:list"))
        with django_assert_max_num_queries(12, info=person):
            answer = client.get(reverse("suggestions:detail", args=[paper.pk]))
        assert answer.status_code == 200


def test_the_rarer_questions_cost_no_more(road, cast, signed_in, django_assert_max_num_queries):
    """A reply ready to sign asks for everything at once, a rating that is overdue for what was done about it."""
    paper = road.drafted(road.contacted(_joint(road)))
    _at_most_twelve(paper, ("chen", "feng", "wu"), cast, signed_in, django_assert_max_num_queries)
    silent = Assignment.objects.filter(suggestion=paper, role=UnitRole.CO)
    silent.update(state=AssignmentState.ACKNOWLEDGED)
    ContactRecord.objects.filter(assignment__suggestion=paper).update(confirmed=None)
    _at_most_twelve(paper, ("chen", "feng", "wu"), cast, signed_in, django_assert_max_num_queries)
    silent.update(state=AssignmentState.OPINION_GIVEN)
    paper = road.replied(road.signed(paper))
    with time_machine.travel(moment(START + timedelta(days=60))):
        assert paper.rating_due_on() < START + timedelta(days=60)
        _at_most_twelve(paper, ("he", "lin", "zhou"), cast, signed_in, django_assert_max_num_queries)


def _at_most_twelve(paper, people, cast, signed_in, django_assert_max_num_queries):
    for person in people:
        client = signed_in(getattr(cast, person))
        client.get(reverse("suggestions:detail", args=[paper.pk]))
        with django_assert_max_num_queries(12, info=person):
            client.get(reverse("suggestions:detail", args=[paper.pk]))


def _joint(road):
    units = [(road.cast.transport, UnitRole.LEAD), (road.cast.education, UnitRole.CO)]
    return road.handling(road.assigned(road.registered(road.submitted(road.joint())), units=units))


def test_a_case_shows_the_viewer_only_what_concerns_him(road, cast, visit, words):
    paper = road.drafted(road.contacted(_joint(road)))
    draft, talk, opinion = "已于四月增设。", "现场察看客流", "周边学校出入口无影响"
    seen = {
        person: words(visit(getattr(cast, person), "detail", paper))
        for person in ("lin", "deng", "he", "feng", "wu", "zhao")
    }

    assert {person for person, text in seen.items() if draft in text} == {"feng"}
    assert {person for person, text in seen.items() if talk in text} == {"lin", "he", "feng", "zhao"}
    assert "0000-8888123" not in "".join(seen.values())
    assert opinion in seen["feng"]
    assert opinion not in seen["deng"]


def test_a_unit_reads_grades_and_reason_and_not_whose_they_are(road, cast, visit, words):
    paper = road.dissatisfied(road.replied(road.signed(road.drafted(road.contacted(_joint(road))))))

    shown = words(visit(cast.feng, "detail", paper))

    assert "站点没有增设。" in shown
    assert "评价代表" not in shown
    assert str(paper.ratings.get().rated_by) not in shown


def test_buttons_are_those_of_the_role_and_grey_ones_say_why(road, cast, visit):
    paper = road.drafted(road.handling())

    labels = {
        person: {
            action.label: action.reason for action in visit(getattr(cast, person), "detail", paper).context["actions"]
        }
        for person in ("lin", "he", "feng", "chen", "zhao", "deng")
    }

    assert labels["feng"]["签发答复"] == "答复须由本单位负责人签发，请送负责人办理。"
    assert "答复前须与代表联系沟通" in labels["chen"]["签发答复"]
    assert labels["feng"]["起草答复"] == ""
    assert set(labels["lin"]) == {"对交办提出异议", "撤回"}
    assert labels["zhao"] == labels["deng"] == {}


def test_the_address_of_a_part_leads_to_its_place_on_the_case(road, cast, visit):
    part = road.part(road.assigned())

    answer = visit(cast.feng, "assignment", part)

    assert answer.headers["Location"] == f"{reverse('suggestions:detail', args=[part.suggestion_id])}#part-{part.pk}"
    assert visit(cast.wu, "assignment", part).status_code == 404


def test_versions_show_what_was_taken_out_and_put_in(road, cast, visit, words):
    paper = road.submitted()
    visit(cast.he, "send-back", paper, post={"reason": "请补充。", "version": paper.version})
    paper = road.fresh(paper)
    text = {"kind": "suggestion", "title": paper.title, "facts": "人民路沿线四个小区。", "proposals": paper.proposals}
    visit(cast.lin, "edit", paper, post={**text, "version": paper.version})

    shown = words(visit(cast.lin, "versions", paper))

    assert "第1版" in shown
    assert "第2版" in shown
    assert "<del>三</del>" in shown
    assert "<ins>四</ins>" in shown


def test_a_reply_can_be_printed_by_those_who_may_read_it(road, cast, visit, words):
    reply = road.part(road.replied()).replies.get()

    assert "示交函〔2026〕12号" in words(visit(cast.lin, "reply-page", reply))
    assert visit(cast.wu, "reply-page", reply).status_code == 404


def test_a_queue_is_only_for_its_roles(register, cast, signed_in):
    clients = {role: signed_in(getattr(cast, person)) for person, (_, _, role, *_) in PEOPLE.items()}
    for key, queue in QUEUES.items():
        address = reverse("suggestions:queue", args=[key])
        stranger = next(role for role in clients if role not in queue.roles)
        assert [clients[role].get(address).status_code for role in sorted(queue.roles)] == [200] * len(queue.roles)
        assert clients[stranger].get(address).status_code == 404
    assert clients[Role.CLERK].get(reverse("suggestions:queue", args=["nothing"])).status_code == 404


def test_the_loud_button_is_the_next_step(road, cast, visit):
    """What was sent back is mended first; the unit speaks with the deputy before it writes."""

    def loud(user, paper):
        return [action.label for action in visit(user, "detail", paper).context["actions"] if action.tone == "primary"]

    paper = road.submitted()
    send_back(paper.pk, by=cast.he, at=road.at(), reason="请写明位置。")
    assert loud(cast.lin, paper) == ["继续填写"]

    paper = road.handling()
    assert loud(cast.feng, paper) == ["登记联系代表"]
    assert loud(cast.feng, road.contacted(paper)) == ["起草答复"]
