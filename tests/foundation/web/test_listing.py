"""ListPage and DetailPage: pages cut by the database, filters that forgive, exports of the same rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from foundation.accounts.models import Organisation
from foundation.audit.models import Event
from tests.foundation.web import doors

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.foundation.web.doors")]


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.he)


def rows_of(answer) -> list[str]:
    return [cells[0].value for cells in answer.context["table"].lines]


def test_a_page_shows_its_own_rows_and_the_count(client):
    answer = client.get("/offices/", {"page": "2", "sort": "name"})

    assert rows_of(answer) == list(Organisation.objects.order_by("name").values_list("name", flat=True)[2:4])
    assert f"<strong>{Organisation.objects.count()}</strong>" in answer.content.decode()


def test_a_heading_turns_the_order_round_and_keeps_the_filter(client):
    first = client.get("/offices/", {"q": "区", "page": "2"}).context["table"].sort_links["name"]
    there = client.get("/offices/" + first.url).context["table"].sort_links["name"]
    back = client.get("/offices/" + there.url)

    assert (first.now, there.now) == ("none", "ascending")
    assert first.url == "?q=%E5%8C%BA&sort=name"
    assert 'aria-sort="descending"' in back.content.decode()
    assert rows_of(back) == sorted(rows_of(back), reverse=True)


@pytest.mark.parametrize("raw", ["0", "-3", "abc", "１", "99999999999", ""])
def test_a_nonsense_page_number_is_some_real_page(client, raw):
    assert rows_of(client.get("/offices/", {"page": raw}))


def test_the_filter_narrows_and_keeps_what_was_typed(client):
    answer = client.get("/offices/", {"q": "教育"})

    assert rows_of(answer) == ["示范区教育局"]
    assert 'value="教育"' in answer.content.decode()


def test_a_bad_filter_is_told_at_its_field_and_shows_no_rows(client):
    page = client.get("/offices/", {"since": "二月三十日"}).content.decode()

    assert "请填写正确的日期" in page
    assert 'value="二月三十日"' in page
    assert "没有符合条件的记录" in page


def test_one_row_or_many_cost_the_same(client):
    client.get("/offices/")
    doors.decorated.clear()
    spent = []
    for wanted, shown in [("示范区教育局", 1), ("示范区", 2)]:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get("/offices/", {"q": wanted})
        spent.append(len(queries))
        assert len(rows_of(answer)) == shown

    assert spent[0] == spent[1]
    assert doors.decorated == [1, 2]


def test_the_export_holds_all_rows_of_the_filter_and_is_recorded(cast, client):
    answer = client.get("/offices/", {"format": "csv", "q": "区", "page": "2"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")

    assert len(text.splitlines()) == Organisation.objects.filter(name__contains="区").count() + 1
    event = Event.objects.get(verb="web.export")
    assert event.actor == cast.he
    assert event.data["filter"]["q"] == "区"


def test_a_detail_page_puts_what_can_be_done_first_and_hides_the_rest_from_strangers(cast, client):
    answer = client.get(f"/offices/{cast.education.pk}/")

    assert [action.label for action in answer.context["actions"]] == ["改名", "注销"]
    Organisation.objects.filter(pk=cast.education.pk).update(is_active=False)
    assert client.get(f"/offices/{cast.education.pk}/").status_code == 404
