import pytest

from suggestions.states import AssignmentState, SuggestionState, UnitRole
from suggestions.transitions.acknowledge import acknowledge

pytestmark = pytest.mark.django_db


def test_with_the_first_unit_the_suggestion_is_being_handled(road, cast, heard, clocks):
    paper = road.with_co_unit()
    lead, co = road.part(paper), road.part(paper, UnitRole.CO)

    acknowledge(lead, by=cast.feng, at=road.at(), version=lead.version, person_in_charge="冯磊", contact_phone="0000-1")

    lead.refresh_from_db()
    assert (lead.state, lead.acknowledged_by, lead.contact_phone) == (AssignmentState.ACKNOWLEDGED, cast.feng, "0000-1")
    assert road.fresh(paper).state == SuggestionState.HANDLING
    assert set(clocks(lead)) == {"first_contact", "reply"}
    assert heard("acknowledged") == {"lin", "he", "xu"}
    acknowledge(co, by=cast.wu, at=road.at())
    assert road.fresh(paper).state == SuggestionState.HANDLING


def test_only_by_the_unit_itself(road, cast, refused):
    subject = road.part(road.assigned())
    for who in ("lin", "he", "sun", "wu", "zheng", "stranger"):
        refused(acknowledge, subject, by=getattr(cast, who), at=road.at(), code="role")


def test_late_signing_is_still_signing(road, cast):
    part = road.part(road.assigned())

    assert acknowledge(part, by=cast.feng, at=road.at(days=60)).state == AssignmentState.ACKNOWLEDGED


def test_not_twice(road, cast, refused):
    part = road.part(road.handling())

    refused(acknowledge, part, by=cast.chen, at=road.at(), code="state")
