from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from suggestions.models import HandlingPlan, Switch
from suggestions.states import UnitRole
from suggestions.transitions.make_plan import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def steps(road):
    return [
        {"what": "现场察看站点位置", "who": "运输科 冯磊", "due_on": road.day + timedelta(days=14)},
        {"what": "施工建设", "who": "工程科", "due_on": road.day + timedelta(days=60)},
    ]


def test_the_proposers_read_what_who_and_by_when(road, cast, steps, heard, told):
    paper = road.handling(road.assigned(road.registered(road.submitted(road.joint()))))
    part = road.part(paper)

    plan = make_plan(part, by=cast.feng, at=road.at(), version=part.version, steps=steps, text="先易后难。")

    assert [(row.what, row.who) for row in plan.steps.all()] == [(row["what"], row["who"]) for row in steps]
    assert plan.note == "先易后难。"
    assert heard("plan_made") == {"lin", "zhou"}
    assert "make_plan" in told(paper)


def test_a_changed_plan_is_a_new_row_and_the_former_stays(road, cast, steps):
    part = road.part(road.handling())
    first = make_plan(part, by=cast.feng, at=road.at(), steps=steps)
    make_plan(part, by=cast.feng, at=road.at(), steps=steps[:1])

    assert HandlingPlan.objects.count() == 2
    for act in (lambda: HandlingPlan.objects.update(note="改"), lambda: first.steps.update(what="改"), first.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


@pytest.mark.parametrize(("days", "kept"), [(None, []), (31, ["handling_plan"])])
def test_the_clock_runs_where_the_local_rule_asks_for_a_plan(road, cast, steps, clocks, days, kept):
    Switch.objects.filter(key="handling_plan").update(enabled=days is not None)
    part = road.part(road.handling())
    assert [kind for kind in clocks(part) if kind == "handling_plan"] == kept

    make_plan(part, by=cast.feng, at=road.at(), steps=steps)

    assert "handling_plan" not in clocks(part)


def test_a_delivered_reply_ends_the_clock(road, clocks):
    Switch.objects.filter(key="handling_plan").update(enabled=True)

    assert clocks(road.part(road.replied())) == {}


@pytest.mark.parametrize("gap", [{"what": " "}, {"who": ""}, {"due_on": None}])
def test_not_incomplete(road, cast, steps, refused, gap):
    part = road.part(road.handling())

    refused(make_plan, part, by=cast.feng, at=road.at(), steps=[{**steps[0], **gap}], code="input")
    assert not HandlingPlan.objects.exists()


def test_not_without_a_step_and_not_for_yesterday(road, cast, steps, refused):
    part = road.part(road.handling())
    past = {**steps[0], "due_on": road.day - timedelta(days=1)}

    refused(make_plan, part, by=cast.feng, at=road.at(), steps=[], code="input")
    assert "早于今天" in refused(make_plan, part, by=cast.feng, at=road.at(), steps=[past], code="input")


def test_only_by_the_answering_unit(road, cast, steps, refused):
    paper = road.handling(road.with_co_unit())
    for who in ("he", "sun", "lin", "wu", "stranger"):
        refused(make_plan, road.part(paper), by=getattr(cast, who), at=road.at(), steps=steps, code="role")
    refused(make_plan, road.part(paper, UnitRole.CO), by=cast.wu, at=road.at(), steps=steps, code="state")


def test_not_before_signing_for_it_and_not_after_the_reply(road, cast, steps, refused):
    refused(make_plan, road.part(road.assigned()), by=cast.feng, at=road.at(), steps=steps, code="state")
    refused(make_plan, road.part(road.signed()), by=cast.feng, at=road.at(), steps=steps, code="state")
