"""Handing over to the government office, and its own pages."""

import pytest
from django.urls import reverse

from suggestions.models import HandOver, Switch
from suggestions.transitions.hand_over import hand_to_government
from tests.suggestions.views.test_office import ROWS


@pytest.fixture(autouse=True)
def two_steps(db):
    Switch.objects.filter(key="two_steps").update(enabled=True)


def test_from_the_office_to_the_government_office_to_the_unit(road, cast, visit, words):
    paper = road.registered()
    assert reverse("suggestions:hand-over", args=[paper.pk]) in words(visit(cast.he, "detail", paper))
    visit(
        cast.he, "hand-over", paper, post={"handed_on": "2026-03-02", "advice": "交通局主办", "version": paper.version}
    )
    paper = road.fresh(paper)

    page = words(visit(cast.sun, "detail", paper))
    assert reverse("suggestions:distribute", args=[paper.pk]) in page
    assert "交通局主办" in words(visit(cast.sun, "distribute", paper))
    units = {**ROWS, "units-TOTAL_FORMS": "1", "units-0-unit": cast.transport.pk, "units-0-role": "lead"}
    answer = visit(cast.sun, "distribute", paper, post={**units, "version": paper.version})

    assert answer.status_code == 302
    assert road.part(road.fresh(paper)).unit == cast.transport


def test_a_line_added_without_scripts_keeps_what_was_chosen(road, cast, visit, words):
    paper = road.registered()
    hand_to_government(paper, by=cast.he, at=road.at())
    units = {**ROWS, "units-TOTAL_FORMS": "1", "units-0-unit": cast.transport.pk, "units-0-role": "lead"}

    page = words(visit(cast.sun, "distribute", paper, post={**units, "more-units": "1"}))

    assert "units-1-unit" in page
    assert f'value="{cast.transport.pk}" selected' in page


def test_a_return_needs_its_reason(road, cast, visit):
    paper = road.registered()
    hand_to_government(paper, by=cast.he, at=road.at())
    paper = road.fresh(paper)

    assert visit(cast.sun, "return-hand-over", paper, post={"reason": "　"}).status_code == 422
    assert visit(cast.sun, "return-hand-over", paper, post={"reason": "属法院。", "version": paper.version}).status_code
    assert HandOver.objects.get().return_reason == "属法院。"
