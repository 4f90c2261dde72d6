import pytest

from suggestions.transitions.appeal_assignment import appeal_assignment

pytestmark = pytest.mark.django_db


def test_the_deputy_objects_to_the_choice_of_the_unit(road, cast, heard):
    paper = road.handling()

    appeal = appeal_assignment(
        paper, by=cast.lin, at=road.at(), reason="应由教育局办理。", proposed_unit=cast.education
    )

    assert (appeal.assignment.unit, appeal.is_open) == (cast.transport, True)
    assert heard("appeal_raised") == {"he", "xu"}


def test_only_by_the_lead(road, cast, refused):
    subject = road.assigned()
    for who in ("zhou", "he", "feng", "stranger"):
        refused(appeal_assignment, subject, by=getattr(cast, who), at=road.at(), reason="改派。", code="role")


def test_not_before_assignment_not_after_the_reply_not_twice(road, cast, refused):
    refused(appeal_assignment, road.registered(), by=cast.lin, at=road.at(), reason="改派。", code="state")
    refused(appeal_assignment, road.replied(), by=cast.lin, at=road.at(), reason="改派。", code="state")
    paper = road.assigned()
    appeal_assignment(paper, by=cast.lin, at=road.at(), reason="改派。")
    refused(appeal_assignment, paper, by=cast.lin, at=road.at(), reason="改派。", code="state")


def test_not_without_a_reason(road, cast, refused):
    refused(appeal_assignment, road.assigned(), by=cast.lin, at=road.at(), reason="", code="input")
