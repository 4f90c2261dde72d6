import pytest

from suggestions.states import CosignerState
from suggestions.transitions.drop_cosigner import drop_cosigner

pytestmark = pytest.mark.django_db


def test_the_lead_goes_on_without_a_silent_deputy(road, cast, heard):
    paper = road.cosigning()

    drop_cosigner(paper.cosigners.get(), by=cast.lin, at=road.at())

    assert paper.cosigners.get().state == CosignerState.DROPPED
    assert heard("cosign_dropped") == {"zhou"}
    assert road.submitted(paper).state == "submitted"


def test_only_by_the_lead(road, cast, refused):
    subject = road.cosigning().cosigners.get()
    for who in ("zhou", "he", "stranger"):
        refused(drop_cosigner, subject, by=getattr(cast, who), at=road.at(), code="role")


def test_not_once_it_is_handed_in(road, cast, refused):
    paper = road.submitted(road.joint())

    refused(drop_cosigner, paper.cosigners.get(), by=cast.lin, at=road.at(), code="state")


def test_not_twice(road, cast, refused):
    row = road.cosigning().cosigners.get()
    drop_cosigner(row, by=cast.lin, at=road.at())

    refused(drop_cosigner, row, by=cast.lin, at=road.at(), code="state")
