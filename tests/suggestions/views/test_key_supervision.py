"""The pages of key supervision, at the desk and on the public site."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.web.cards import cards_for
from suggestions.cards.queues import QUEUES
from suggestions.models import KeySupervision, SupervisionEvent
from suggestions.states import CheckPoint
from suggestions.transitions.publish import publish, unpublish
from suggestions.transitions.supervise_key import publish_key, record_supervision
from tests.suggestions.council import council, key_item
from tests.suggestions.views.scans import scan

HELD = {"kind": "meeting", "place": "区人大", "participants": "钱卫东", "record": "听取汇报。", "result": "限期办结。"}


def cost(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_a_suggestion_is_put_on_the_list_from_its_page(road, cast, visit, words, signed_in):
    paper, meeting = road.assigned(), council(road.seats, road.day)
    people = {"leader": cast.qian.pk, "committee": cast.urban_committee.pk}
    facts = {"meeting": meeting.pk, **people, "version": paper.version}

    assert "列为重点督办" in words(visit(cast.he, "detail", paper))
    assert "列为重点督办" not in words(visit(cast.sun, "detail", paper))
    half = visit(cast.he, "choose-key", paper, post=facts)
    done = visit(cast.he, "choose-key", paper, post={**facts, "government_leader": "副区长 王立"})

    assert half.status_code == 422
    assert done.url == KeySupervision.objects.get().get_absolute_url()
    assert "副区长 王立" in words(signed_in(cast.fang).get(done.url))


def test_the_list_costs_the_same_for_one_item_and_for_three(road, cast, signed_in):
    first = key_item(road)
    client, url = signed_in(cast.he), reverse("suggestions:key-list")
    one = cost(client, url)
    for _ in range(2):
        key_item(road, meeting=first.meeting)

    assert cost(client, url) == one


def test_the_list_is_narrowed_and_exported(road, cast, signed_in):
    key_item(road)
    client, url = signed_in(cast.he), reverse("suggestions:key-list")

    found = {
        query: client.get(f"{url}?{query}").context["page"].total
        for query in ("year=2026", "year=2025", "state=active", "state=removed", f"leader={cast.qian.pk}", "year=x")
    }
    text = b"".join(client.get(f"{url}?format=csv").streaming_content).decode()

    assert list(found.values()) == [1, 0, 1, 0, 1, 0]
    assert "副区长 王立" in text


def test_a_committee_records_what_was_held_with_its_files(road, cast, visit, words):
    key = key_item(road)

    late = visit(cast.fang, "record-supervision", key, post={**HELD, "held_on": "2026-03-03"})
    lie = SimpleUploadedFile("签到表.png", b"MZ\x90\x00", "image/png")
    false = visit(cast.fang, "record-supervision", key, post={**HELD, "held_on": "2026-03-02", "files": lie})
    done = visit(
        cast.fang, "record-supervision", key, post={**HELD, "held_on": "2026-03-02", "files": scan("签到表.png")}
    )

    assert (late.status_code, false.status_code, done.status_code) == (422, 422, 302)
    assert "限期办结。" in words(late)
    assert "限期办结。" in words(false)
    assert SupervisionEvent.objects.count() == 1
    page = words(visit(cast.lin, "key-item", key))
    assert "督办会" in page
    assert "签到表.png" in page


def test_citizens_read_what_may_be_public_and_nothing_else(road, cast, words):
    key = key_item(road)
    at, url = road.at(), reverse("suggestions:public-key")
    facts = {**HELD, "held_on": road.day}
    record_supervision(key, by=cast.fang, at=at, **facts, public_summary="召开督办会推进站点建设，联系13800000001。")
    record_supervision(key, by=cast.fang, at=at, **{**facts, "kind": "talk", "record": "内部沟通情况。"})
    before = words(Client().get(url))
    publish_key(key, by=cast.he, at=at, secrecy_note="不涉密。")

    page = words(Client().get(url))

    assert key.suggestion.title not in before
    for text in (key.suggestion.title, "副区长 王立", "钱卫东", "召开督办会推进站点建设，联系138****0001。"):
        assert text in page
    for text in ("听取汇报。", "内部沟通情况。", "限期办结。"):
        assert text not in page


def test_the_title_of_a_paper_that_was_taken_off_is_gone_here_too(road, cast, words):
    paper = publish(road.replied(), by=cast.he, at=road.at(), secrecy_note="不涉密。", checked=CheckPoint.values)
    key = key_item(road, paper=paper)
    publish_key(key, by=cast.he, at=road.at(), secrecy_note="不涉密。")
    url = reverse("suggestions:public-key")

    assert paper.title in words(Client().get(url))
    unpublish(paper, by=cast.he, at=road.at(1), reason="涉及个人信息。")
    assert paper.title not in words(Client().get(url))
    assert "（内容未公开）" in words(Client().get(url))


def test_what_came_after_the_offices_last_look_waits_for_the_next(road, cast, words, refused):
    key, url = key_item(road), reverse("suggestions:public-key")
    publish_key(key, by=cast.he, at=road.at(), secrecy_note="不涉密。")
    refused(publish_key, key, by=cast.he, at=road.at(), secrecy_note="不涉密。", code="state")
    record_supervision(
        key, by=cast.fang, at=road.at(1), **HELD, held_on=road.day, public_summary="到现场督办站点建设。"
    )

    assert "到现场督办站点建设。" not in words(Client().get(url))
    publish_key(key, by=cast.he, at=road.at(2), secrecy_note="不涉密。")
    assert "到现场督办站点建设。" in words(Client().get(url))


def test_desks_show_leaders_and_committee_their_items_and_warn_of_too_few(road, cast):
    def warning(user):
        return next(one for one in cards_for(user, road.day, object()) if one.card.key == "key-shortfall").facts

    first = key_item(road)
    assert warning(cast.he)["count"] == 2
    assert "不少于3件" in warning(cast.he)["rows"][0]["title"]
    for _ in range(2):
        key_item(road, meeting=first.meeting)

    assert warning(cast.zhao)["count"] == 0
    assert QUEUES["key-led"].rows(cast.qian, road.day).count() == 3
    assert QUEUES["key-led"].rows(cast.zhao, road.day).count() == 0
    assert QUEUES["key-committee"].rows(cast.fang, road.day).count() == 3


def test_what_was_marked_when_assigned_waits_for_the_council(road, cast):
    road.assigned(is_key=True)
    later = road.day + timedelta(days=1)

    assert QUEUES["key-unlisted"].rows(cast.he, later).count() == 1
