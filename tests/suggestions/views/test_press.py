"""The late ones, a look at the messages, and what came of each."""

import pytest
import time_machine

from suggestions.models import Press
from tests.suggestions.road import moment


@pytest.fixture
def late(road):
    part = road.part(road.assigned())
    road.later(40)
    with time_machine.travel(moment(road.day, 18)):
        yield part


def test_chosen_seen_and_sent(road, cast, late, visit, words):
    page = words(visit(cast.he, "press"))
    assert str(late.suggestion) in page
    assert "承办单位签收" in page

    preview = visit(cast.he, "press", post={"part": [late.pk], "words": "请本周办结。"})
    assert "请本周办结。" in words(preview)
    assert not Press.objects.exists()
    sent = visit(cast.he, "press", post={"part": [late.pk], "words": "请本周办结。", "confirm": "1"})

    assert "已催办 1 件" in words(sent)
    assert Press.objects.get().note == "请本周办结。"
    again = words(visit(cast.he, "press", post={"part": [late.pk], "confirm": "1"}))
    assert "今天已催办过" in again


def test_nothing_chosen(cast, late, visit, words):
    answer = visit(cast.he, "press", post={"words": ""})

    assert answer.status_code == 422
    assert "请至少勾选一个承办单位。" in words(answer)


@pytest.mark.parametrize("count", [1, 3])
def test_the_table_costs_the_same(count, road, cast, signed_in, django_assert_num_queries):
    for _ in range(count):
        road.assigned()
    with time_machine.travel(moment(road.later(40).day, 18)):
        client = signed_in(cast.he)
        client.get("/suggestions/press/")
        with django_assert_num_queries(6):
            client.get("/suggestions/press/")


def test_chosen_rows_leave_alone(road, cast, signed_in):
    first, second = road.registered(), road.registered()

    answer = signed_in(cast.he).get(f"/suggestions/?format=csv&chosen={second.pk}&chosen=x")
    text = b"".join(answer.streaming_content).decode()

    assert second.number_text in text
    assert first.number_text not in text
