import pytest

from suggestions.states import AssignmentState
from suggestions.transitions.appeal_assignment import appeal_assignment
from suggestions.transitions.decide_appeal import decide_appeal
from suggestions.transitions.raise_objection import raise_objection

pytestmark = pytest.mark.django_db


@pytest.fixture
def appeal(road, cast):
    return appeal_assignment(road.handling(), by=cast.lin, at=road.at(), reason="应由教育局办理。")


def test_a_good_objection_moves_the_suggestion(road, cast, appeal, heard):
    decide_appeal(appeal, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="有理。")

    assert road.fresh(appeal.assignment).state == AssignmentState.RELEASED
    assert road.part(appeal.suggestion).unit == cast.education
    assert heard("appeal_decided") == {"lin"}


def test_a_pending_request_of_the_unit_is_settled_with_it(road, cast):
    paper = road.assigned()
    objection = raise_objection(
        road.part(paper), by=cast.feng, at=road.at(), legal_basis="条", reason="由", proposed_unit=cast.court
    )
    appeal = appeal_assignment(paper, by=cast.lin, at=road.at(), reason="应由教育局办理。")

    decide_appeal(appeal, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="有理。")

    assert not road.fresh(objection).is_open


def test_refused_with_a_reason(road, cast, appeal, heard):
    decide_appeal(appeal, by=cast.he, at=road.at(), accept=False, note="交通局职责明确。")

    assert road.part(appeal.suggestion).unit == cast.transport
    assert heard("appeal_decided") == {"lin"}


def test_only_by_the_office(road, cast, appeal, refused):
    for who in ("lin", "sun", "feng", "wei", "stranger"):
        refused(decide_appeal, appeal, by=getattr(cast, who), at=road.at(), accept=False, note="不。", code="role")


def test_not_once_a_reply_is_under_way_and_not_twice(road, cast, refused):
    paper = road.handling()
    appeal = appeal_assignment(paper, by=cast.lin, at=road.at(), reason="改派。")
    road.drafted(road.contacted(paper))
    refused(
        decide_appeal, appeal, by=cast.he, at=road.at(), accept=True, unit=cast.education, note="好。", code="state"
    )

    decide_appeal(appeal, by=cast.he, at=road.at(), accept=False, note="不。")
    refused(decide_appeal, appeal, by=cast.he, at=road.at(), accept=False, note="不。", code="state")
