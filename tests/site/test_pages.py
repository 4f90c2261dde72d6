"""The public site: open to everybody, quiet about what is not filled in."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from congress_portal.site.figures import count, share
from congress_portal.site.models import SiteSetting
from congress_portal.site.process import steps_on
from congress_portal.site.reference import load_site_settings
from foundation.deadlines.models import TimeLimit
from suggestions.states import CheckPoint
from suggestions.transitions.publish import publish
from suggestions.transitions.split import answer_split, propose_split
from tests.suggestions.road import START, Road, moment
from tests.suggestions.transitions.test_split import WHY

PAGES = ("/", "/process/", "/about/", "/contact/", "/privacy/", "/accessibility/", "/sitemap/", "/suggestions/public/")


@pytest.fixture
def road(cast, register):
    with time_machine.travel(moment(START, 18)):
        yield Road(cast, register)


@pytest.mark.parametrize("path", PAGES)
def test_a_visitor_opens_every_page(path, db):
    answer = Client().get(path)

    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.count("<h1") == 1
    assert "示范区人民代表大会常务委员会" in text


def test_an_edited_line_shows_at_once_and_an_empty_one_never(db):
    assert "ICP" not in Client().get("/").content.decode()

    row = SiteSetting.objects.get(key="icp")
    row.value = "某ICP备00000000号"
    row.save()
    SiteSetting.objects.filter(key="phone").get().delete()

    text = Client().get("/").content.decode()
    assert "某ICP备00000000号" in text
    assert "联系电话" not in text


def test_lines_the_office_edited_survive_the_next_migrate(db):
    SiteSetting.objects.filter(key="name").update(value="青石区代表之家")
    SiteSetting.objects.filter(key="email").delete()

    assert load_site_settings() == 1
    assert SiteSetting.objects.get(key="name").value == "青石区代表之家"
    assert load_site_settings() == 0


def test_the_first_page_shows_what_was_published_last_and_nothing_else(road, cast):
    shown = publish(road.closed(), by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values)
    hidden = road.assigned(road.registered(road.submitted(title="关于未公开事项的建议")))

    text = Client().get("/").content.decode()

    assert f"/suggestions/public/{shown.pk}/" in text
    assert hidden.title not in text


def test_figures_say_what_they_counted(road):
    road.closed()
    road.dissatisfied()
    road.assigned()
    road.submitted()

    figures = {figure.label: figure.value for figure in count(road.day)}

    assert figures == {"本届立案建议": 3, "已经答复": 2, "按期答复率": "100.00%", "办理结果满意率": "50.00%"}


def test_a_paper_taken_apart_is_counted_by_its_parts(road, cast):
    split = propose_split(road.registered(), by=cast.he, at=road.at(), **WHY)
    answer_split(split, by=cast.lin, at=road.at(), agree=True)

    assert {figure.label: figure.value for figure in count(road.day)}["本届立案建议"] == 2


def test_a_share_of_nothing_is_a_dash():
    assert share(0, 0) == "—"
    assert share(1, 3) == "33.33%"


def test_the_process_tells_the_limits_in_force(db):
    TimeLimit.objects.filter(key="sign_in").update(amount=5)

    steps = {step.title: step.limit for step in steps_on(date(2026, 3, 2))}

    assert steps["签收办理"].amount == 5
    assert steps["答复"].length == "3 个月"
    assert "3 个月" in Client().get("/process/").content.decode()


def test_the_process_cites_the_law_and_the_local_rule_once_it_is_named(db):
    page = Client().get("/process/").content.decode()
    assert "代表法》第五十一条" in page
    assert page.count("依据：") == 1

    TimeLimit.objects.filter(key="sign_in").update(legal_basis="示范区人大常委会代表建议办理办法第九条")

    assert "依据：示范区人大常委会代表建议办理办法第九条" in Client().get("/process/").content.decode()


def test_search_engines_are_shown_the_public_pages_only(db):
    assert "/suggestions/public/" in Client().get("/sitemap.xml").content.decode()
    assert "Disallow: /desk/" in Client().get("/robots.txt").content.decode()


def test_the_first_page_costs_a_fixed_number_of_queries(road, cast, django_assert_num_queries):
    publish(road.closed(), by=cast.he, at=road.at(), secrecy_note="经审查可以公开。", checked=CheckPoint.values)
    Client().get("/")

    with django_assert_num_queries(4):
        Client().get("/")
