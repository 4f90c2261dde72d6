import pytest

from suggestions.states import AssignmentState
from suggestions.transitions.raise_objection import raise_objection

pytestmark = pytest.mark.django_db


@pytest.fixture
def why(cast):
    return {"legal_basis": "《城市公共交通条例》第五条", "reason": "属教育部门职责。", "proposed_unit": cast.education}


def test_a_unit_objects_inside_the_window(road, cast, why, heard, clocks):
    part = road.part(road.assigned())

    objection = raise_objection(part, by=cast.feng, at=road.at(days=7), version=part.version, **why)

    assert road.fresh(part).state == AssignmentState.OBJECTED
    assert objection.is_open
    assert set(clocks(part)) == {"first_contact", "reply", "objection_decision"}
    assert heard("objection_raised") == {"he", "xu", "sun"}


def test_after_the_window_it_is_refused_with_the_day(road, cast, why, refused):
    part = road.part(road.assigned())

    # Five working days after Monday 2 March end on Monday the 9th.
    assert "2026年3月9日" in refused(raise_objection, part, by=cast.feng, at=road.at(days=8), code="date", **why)


def test_only_by_the_unit_itself(road, cast, why, refused):
    subject = road.part(road.assigned())
    for who in ("lin", "he", "sun", "wu", "stranger"):
        refused(raise_objection, subject, by=getattr(cast, who), at=road.at(), code="role", **why)


@pytest.mark.parametrize("gap", [{"legal_basis": " "}, {"reason": ""}])
def test_not_without_basis_and_reason(road, cast, why, refused, gap):
    refused(raise_objection, road.part(road.assigned()), by=cast.feng, at=road.at(), code="input", **{**why, **gap})


def test_not_for_itself_nor_for_an_office_that_handles_nothing(road, cast, why, refused):
    for unit in (cast.transport, cast.township):
        wrong = {**why, "proposed_unit": unit}
        refused(raise_objection, road.part(road.assigned()), by=cast.feng, at=road.at(), code="input", **wrong)


def test_not_after_signing_and_not_twice(road, cast, why, refused):
    refused(raise_objection, road.part(road.handling()), by=cast.feng, at=road.at(), code="state", **why)
    part = road.part(road.assigned())
    raise_objection(part, by=cast.feng, at=road.at(), **why)
    refused(raise_objection, part, by=cast.feng, at=road.at(), code="state", **why)
