"""The yearly evaluation as people see it."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deputies.models import Evaluation, EvaluationFollowUp, EvaluationScheme
from deputies.transitions.public_page import page_of, publish_page
from deputies.transitions.publish_evaluations import publish_evaluations, show_grades
from tests.deputies import evaluating
from tests.deputies.evaluating import AT, POOR, of


@pytest.fixture(autouse=True)
def _in_december():
    with time_machine.travel(AT):
        yield


def address(name, *args) -> str:
    return reverse(f"deputies:{name}", args=args)


def fields(row, *points):
    return {f"item_{item.pk}": given for item, given in zip(row.round.scheme.items.all(), points, strict=True)}


def test_the_office_opens_a_round_and_the_deputy_marks_himself_on_his_phone(cast, register, signed_in):
    facts = {"year": "2026", "scheme": EvaluationScheme.objects.get().pk, "self_due_on": "2026-12-10"}
    made = signed_in(cast.he).post(address("open-evaluations"), facts)
    row = of(register.lin)
    lin = signed_in(cast.lin)

    wrong = lin.post(address("rate-self", row.pk), {**fields(row, "38", "41", "18"), "words": "尽职", "version": "1"})
    right = lin.post(address("rate-self", row.pk), {**fields(row, "38", "36", "18"), "words": "尽职", "version": "1"})

    assert made.url == row.round.get_absolute_url()
    assert "请自评" in lin.get("/desk/").text or right.status_code == 302
    assert wrong.status_code == 422
    assert "满分40分，不能超过" in wrong.text
    assert 'value="38"' in wrong.text
    assert right.url == row.get_absolute_url()
    assert "尽职" in lin.get(row.get_absolute_url()).text


def test_points_stand_beside_the_marks_and_strangers_see_nothing(cast, register, signed_in):
    evaluating.opened(cast)
    row = evaluating.self_rated(register.lin)

    page = signed_in(cast.he).get(address("rate-office", row.pk)).text

    assert "代表履职积分（参考方案）：60.00分" in page
    assert "截至今日" in page
    assert signed_in(cast.zhou).get(row.get_absolute_url()).status_code == 404
    assert signed_in(cast.luo).get(row.get_absolute_url()).status_code == 404
    assert signed_in(cast.lin).get(address("rate-office", row.pk)).status_code == 403
    # The marks of the stage before stand there as they may be sent again.
    assert 'value="38"' in page
    assert 'value="36.5"' in page


def test_colleagues_read_grades_only_when_they_are_published(cast, register, signed_in):
    opened = evaluating.opened(cast)
    for seat in (register.lin, register.zhou, register.deng):
        evaluating.shown(cast, seat, points=POOR if seat == register.lin else evaluating.GOOD)
    zhou, url = signed_in(cast.zhou), opened.get_absolute_url()
    before = zhou.get(url).text
    with time_machine.travel(AT.replace(day=28)):
        publish_evaluations(opened, adopted_by="主任会议", by=cast.he, at=AT.replace(day=28))
        after = signed_in(cast.zhou).get(url).text
        reminder = EvaluationFollowUp.objects.get()
        desk = signed_in(cast.he).get("/desk/").text
        settled = signed_in(cast.he).post(
            address("settle-follow-up", reminder.pk), {"done": "yes", "remarks": "12月30日约谈", "version": "1"}
        )

    assert "林晓梅" not in before
    assert "林晓梅" in after
    assert "不称职" in after
    assert of(register.lin).get_absolute_url() not in after
    assert "林晓梅：约谈" in desk
    assert settled.url == of(register.lin).get_absolute_url()


def test_a_round_costs_the_same_for_one_and_for_three(cast, register, signed_in):
    opened = evaluating.opened(cast)
    clerk, url = signed_in(cast.he), opened.get_absolute_url()
    evaluating.shown(cast, register.lin)

    def cost() -> int:
        clerk.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert clerk.get(url).status_code == 200
        return len(queries)

    one = cost()
    evaluating.shown(cast, register.zhou)
    evaluating.self_rated(register.deng)

    assert cost() == one
    assert Evaluation.objects.count() == 3


def test_the_public_page_tells_grades_that_were_put_there_and_no_others(cast, register, signed_in, client):
    opened = evaluating.opened(cast, year=2025)
    for seat in (register.lin, register.zhou, register.deng):
        evaluating.shown(cast, seat, points=POOR if seat == register.lin else evaluating.GOOD, year=2025)
    page = publish_page(page_of(register.lin.deputy), by=cast.he, at=AT)
    with time_machine.travel(AT.replace(day=28)):
        publish_evaluations(opened, adopted_by="主任会议", by=cast.he, at=AT.replace(day=28))
        closed = client.get(page.get_absolute_url()).text
        form = signed_in(cast.he).get(address("show-grades", opened.pk)).text
        show_grades(opened, is_public=True, by=cast.he, at=AT.replace(day=28))
        shown = client.get(page.get_absolute_url()).text

    assert "年度考核" not in closed
    assert "社会公众可以在各位代表的公开页面看到等次" in form
    assert "2025年度：不称职" in shown
