from datetime import date, timedelta

import pytest

from foundation.workflow import StaleVersion
from suggestions.models import Category, Switch
from suggestions.states import AssignmentState, SuggestionState, UnitRole
from suggestions.transitions.assign import assign
from suggestions.transitions.register import register

pytestmark = pytest.mark.django_db

L, C, S = UnitRole.LEAD, UnitRole.CO, UnitRole.SEPARATE


def test_lead_and_co_unit_get_one_t0_and_their_clocks(road, cast, heard, clocks):
    paper = road.registered()

    paper = assign(
        paper, by=cast.he, at=road.at(), version=paper.version, units=[(cast.transport, L), (cast.education, C)]
    )

    assert (paper.state, paper.first_assigned_on) == (SuggestionState.ASSIGNED, road.day)
    lead, co = road.part(paper), road.part(paper, C)
    assert lead.state == co.state == AssignmentState.ASSIGNED
    assert lead.through == co.through == cast.government_office
    assert clocks(lead) == {
        "sign_in": "2026-03-09",
        "objection": "2026-03-09",
        "first_contact": "2026-03-30",
        "reply": "2026-06-02",
    }
    assert set(clocks(co)) == {"sign_in", "objection", "co_opinion"}
    assert clocks(paper) == {}
    assert paper.rounds.get().number == 1
    assert heard("assigned") == {"feng", "chen", "wu", "zheng", "sun"}
    assert heard("assignment_told") == {"lin"}


def test_separate_units_each_reply(road, cast, clocks):
    paper = road.separately()

    assert all("reply" in clocks(part) for part in paper.assignments.all())


def test_a_court_is_reached_directly(road, cast):
    paper = road.assigned(units=[(cast.court, L)])

    assert paper.assignments.get().through is None


def test_the_committee_in_charge_hears(road, cast, heard):
    paper = register(
        road.submitted(), by=cast.he, at=road.at(), category=_category(), supervising_committee=cast.urban_committee
    )
    road.assigned(paper)

    assert "fang" in heard("assigned")


@pytest.mark.parametrize(
    ("enabled", "kind", "due"), [(True, "reply_difficult", "2026-09-02"), (False, "reply", "2026-06-02")]
)
def test_six_months_only_where_the_row_says_so(road, clocks, enabled, kind, due):
    Switch.objects.filter(key="difficult_six_months").update(enabled=enabled)

    assert clocks(road.part(road.assigned(is_difficult=True)))[kind] == due


def test_t0_may_lie_before_today_but_not_before_registration(road, cast, refused):
    paper = road.registered()
    road.later(3)
    wanted = {"by": cast.he, "units": [(cast.transport, L)]}

    refused(assign, paper, at=road.at(), assigned_on=date(2026, 3, 1), code="input", **wanted)
    refused(assign, paper, at=road.at(), assigned_on=road.day + timedelta(days=1), code="input", **wanted)
    paper = assign(paper, at=road.at(), assigned_on=date(2026, 3, 3), **wanted)

    assert paper.assignments.get().first_assigned_on == date(2026, 3, 3)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("education", C)],
        [("education", L), ("transport", L)],
        [("education", L), ("transport", S)],
        [("education", L), ("education", C)],
        [("township", L)],
        [("education", "boss")],
    ],
)
def test_units_that_make_no_sense_are_refused(road, cast, refused, rows):
    units = [(getattr(cast, name), role) for name, role in rows]

    refused(assign, road.registered(), by=cast.he, at=road.at(), units=units, code="input")


def test_a_closed_unit_is_refused(road, cast, refused):
    cast.transport.is_active = False
    cast.transport.save()

    refused(assign, road.registered(), by=cast.he, at=road.at(), units=[(cast.transport, L)], code="input")


def test_only_by_the_office(road, cast, refused):
    subject = road.registered()
    for who in ("lin", "wei", "gao", "fang", "zhao", "sun", "feng", "chen", "stranger"):
        refused(assign, subject, by=getattr(cast, who), at=road.at(), units=[(cast.transport, L)], code="role")


def test_not_before_registration_and_not_twice(road, cast, refused):
    units = [(cast.transport, L)]
    refused(assign, road.submitted(), by=cast.he, at=road.at(), units=units, code="state")
    refused(assign, road.assigned(), by=cast.he, at=road.at(), units=units, code="state")


def test_a_page_from_before_is_told_that_a_colleague_was_faster(road, cast):
    paper = road.registered()
    seen = paper.version
    road.assigned(paper)

    with pytest.raises(StaleVersion, match="同事已先一步"):
        assign(paper, by=cast.xu, at=road.at(), version=seen, units=[(cast.education, L)])


def _category():
    return Category.objects.get(code="urban")
