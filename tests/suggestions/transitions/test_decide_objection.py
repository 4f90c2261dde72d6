from datetime import date

import pytest

from suggestions.models import Switch
from suggestions.states import AssignmentState, UnitRole
from suggestions.transitions.acknowledge import acknowledge
from suggestions.transitions.decide_objection import decide_objection
from suggestions.transitions.raise_objection import raise_objection

pytestmark = pytest.mark.django_db


@pytest.fixture
def objection(road, cast):
    part = road.part(road.assigned())
    return raise_objection(
        part,
        by=cast.feng,
        at=road.at(),
        legal_basis="条例第五条",
        reason="非本单位职责。",
        proposed_unit=cast.education,
    )


def test_another_unit_takes_over_and_the_first_t0_stays(road, cast, objection, heard, clocks):
    road.later(5)

    decide_objection(objection, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="同意。")

    old = road.fresh(objection.assignment)
    new = road.part(old.suggestion)
    assert (old.state, new.state, new.unit) == (AssignmentState.RELEASED, AssignmentState.ASSIGNED, cast.education)
    assert (new.first_assigned_on, new.assigned_on, new.replaces) == (date(2026, 3, 2), date(2026, 3, 7), old)
    assert clocks(old) == {}
    assert clocks(new)["reply"] == "2026-06-02"
    assert clocks(new)["sign_in"] == "2026-03-16"
    assert heard("released") == {"feng", "chen"}
    assert heard("assigned_anew") == {"wu", "zheng", "sun"}
    assert heard("reassigned") == {"lin", "xu"}


def test_where_the_local_rule_says_so_the_new_unit_has_its_own_three_months(road, cast, objection, clocks):
    Switch.objects.filter(key="reassign_keeps_t0").update(enabled=False)
    road.later(5)

    decide_objection(objection, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="同意。")

    assert clocks(road.part(objection.assignment.suggestion))["reply"] == "2026-06-08"


def test_refused_the_unit_goes_on(road, cast, objection, heard, clocks, refused):
    decide_objection(objection, by=cast.he, at=road.at(), accept=False, note="属你单位职责。")

    part = road.fresh(objection.assignment)
    assert part.state == AssignmentState.ASSIGNED
    assert set(clocks(part)) == {"sign_in", "first_contact", "reply"}
    assert heard("objection_refused") == {"feng", "chen"}
    again = {"legal_basis": "条", "reason": "由", "proposed_unit": cast.education}
    refused(raise_objection, part, by=cast.feng, at=road.at(), code="state", **again)
    assert acknowledge(part, by=cast.feng, at=road.at()).state == AssignmentState.ACKNOWLEDGED


def test_the_government_office_decides_among_its_own(road, cast, objection, refused):
    refused(
        decide_objection, objection, by=cast.sun, at=road.at(), accept=True, unit=cast.court, note="改。", code="input"
    )

    decide_objection(objection, by=cast.sun, at=road.at(), accept=True, unit=cast.education, note="改。")


def test_only_by_those_who_assign(road, cast, objection, refused):
    wanted = {"accept": False, "note": "不同意。"}
    for who in ("lin", "feng", "chen", "wei", "gao", "stranger"):
        refused(decide_objection, objection, by=getattr(cast, who), at=road.at(), code="role", **wanted)


def test_not_without_unit_or_reason_and_not_to_a_unit_that_has_it_already(road, cast, refused):
    paper = road.with_co_unit()
    objection = raise_objection(
        road.part(paper), by=cast.feng, at=road.at(), legal_basis="条", reason="由", proposed_unit=cast.court
    )
    wrong = [
        {"accept": True, "unit": None, "note": "同意。"},
        {"accept": False, "note": " "},
        {"accept": True, "unit": cast.education, "note": "同意。"},
    ]
    for facts in wrong:
        refused(decide_objection, objection, by=cast.he, at=road.at(), code="input", **facts)
    assert road.part(paper).role == UnitRole.LEAD


def test_not_twice(road, cast, objection, refused):
    decide_objection(objection, by=cast.he, at=road.at(), accept=False, note="不同意。")

    refused(decide_objection, objection, by=cast.xu, at=road.at(), accept=False, note="不同意。", code="state")
