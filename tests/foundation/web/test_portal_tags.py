"""The template tags, rendered."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from foundation.accounts.models import Organisation
from foundation.web import tones
from foundation.web.specimens import SpecimenLight
from foundation.workflow import allow, refuse


def draw(source: str, **facts) -> str:
    facts.setdefault("request", RequestFactory().get("/list/?q=%E5%AD%A6&page=2"))
    return Template("{% load portal %}" + source).render(Context(facts))


@pytest.mark.parametrize(
    ("value", "shown"),
    [(date(2026, 2, 12), "2026年2月12日"), (datetime(2026, 2, 12, 16, 30, tzinfo=UTC), "2026年2月13日"), (None, "")],
)
def test_dates_are_written_as_an_office_writes_them(value, shown):
    assert draw("{{ value|cn_date }}", value=value) == shown


def test_a_time_is_local():
    assert draw("{{ value|cn_datetime }}", value=datetime(2026, 2, 12, 6, 3, tzinfo=UTC)) == "2026年2月12日 14:03"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (9999, "9999"),
        (12345, "12\u202f345"),
        (-1234567, "-1\u202f234\u202f567"),
        ("1000+", "1000+"),
        (True, "True"),
        (Decimal("520000.00"), "520,000.00"),
    ],
)
def test_numbers_are_grouped_from_five_digits(value, shown):
    assert draw("{{ value|cn_number }}", value=value) == shown


def test_a_sum_reads_alike_in_a_table_and_in_a_sentence():
    amount = Decimal("520000.00")
    assert draw("{{ value|cn_money }}", value=amount) == draw("{{ value|cn_number }}元", value=amount)


def test_a_source_not_named_yet_is_not_shown():
    assert draw("{{ value|named_basis }}", value="本级规定（待填）") == ""
    assert draw("{{ value|named_basis }}", value="《代表法》第五十一条") == "《代表法》第五十一条"


def test_the_query_string_keeps_the_filter():
    assert draw("{% query_string page=3 %}") == "?q=%E5%AD%A6&amp;page=3".replace("&amp;", "&amp;")
    assert draw("{% query_string page=None %}") == "?q=%E5%AD%A6"


@pytest.mark.parametrize("colour", ["green", "yellow", "orange", "red", "met", "late-met"])
def test_a_light_is_told_by_colour_shape_and_words(colour):
    drawn = draw("{% light light %}", light=SpecimenLight(colour, "剩 3 天"))

    assert f"light-{colour}" in drawn
    assert "<svg" in drawn
    assert "剩 3 天" in drawn


def test_a_provisional_light_says_so_and_links_to_how_it_was_counted():
    drawn = draw("{% light light %}", light=SpecimenLight("green", "剩 3 天", provisional=True, url="/deadlines/7/"))

    assert "暂定" in drawn
    assert 'href="/deadlines/7/"' in drawn


def test_a_clock_carries_its_light_and_nothing_is_drawn_without_one():
    clock = SimpleNamespace(pk=1, light=SpecimenLight("red", "逾期 2 天"))

    assert "逾期 2 天" in draw("{% light clock %}", clock=clock)
    assert "href" not in draw("{% light clock compact=True %}", clock=clock)
    assert draw("{% light clock %}", clock=None).strip() == ""


def test_a_refused_button_shows_its_reason_in_plain_sight():
    drawn = draw('{% verdict_button verdict "答复" "/reply/" %}', verdict=refuse("请先登记沟通。", code="state"))

    assert "disabled" in drawn
    assert "请先登记沟通。" in drawn
    assert "/reply/" not in drawn


def test_an_allowed_button_opens_or_posts():
    assert 'href="/reply/"' in draw('{% verdict_button verdict "答复" "/reply/" %}', verdict=allow())
    posting = draw('{% verdict_button verdict "签收" "/sign/" post=True %}', verdict=allow(), csrf_token="abc")
    assert 'method="post" action="/sign/"' in posting
    assert 'value="abc"' in posting


def test_what_people_typed_is_never_markup():
    assert "<script>" not in draw('{% badge text "info" %}', text="<script>")
    assert "<script>" not in draw("{% verdict_button verdict text text %}", verdict=allow(), text="<script>")
    assert "<script>" not in draw("{% light light %}", light=SpecimenLight("red", "<script>"))


def test_a_state_wears_the_tone_its_room_registered(monkeypatch):
    monkeypatch.setattr(tones, "_tones", {})
    tones.register("accounts.organisation.kind", {"court": "info"})

    assert "tone-info" in draw('{% status_badge office "kind" %}', office=Organisation(kind="court"))
    assert "人民法院" in draw('{% status_badge office "kind" %}', office=Organisation(kind="court"))


def test_an_unknown_icon_is_a_mistake_and_not_a_blank():
    with pytest.raises(KeyError):
        draw('{% icon "no-such" %}')
