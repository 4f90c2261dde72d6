import pytest

from suggestions.states import CosignerState
from suggestions.transitions.withdraw_cosign import withdraw_cosign

pytestmark = pytest.mark.django_db


def test_a_cosigner_steps_back_until_registration(road, cast, heard):
    paper = road.submitted(road.joint())

    withdraw_cosign(paper.cosigners.get(), by=cast.zhou, at=road.at(), reason="改为单独提出。")

    assert paper.cosigners.get().state == CosignerState.LEFT
    assert heard("cosign_left") == {"lin", "he", "xu"}


def test_not_once_it_is_registered(road, cast, refused):
    paper = road.on(road.joint(), "registered")

    refused(withdraw_cosign, paper.cosigners.get(), by=cast.zhou, at=road.at(), code="state")


def test_only_himself(road, cast, refused):
    subject = road.joint().cosigners.get()
    for who in ("lin", "deng", "he"):
        refused(withdraw_cosign, subject, by=getattr(cast, who), at=road.at(), code="role")


def test_not_before_he_signed_and_not_twice(road, cast, refused):
    row = road.cosigning().cosigners.get()
    refused(withdraw_cosign, row, by=cast.zhou, at=road.at(), code="state")

    row = road.joint().cosigners.get()
    withdraw_cosign(row, by=cast.zhou, at=road.at())
    refused(withdraw_cosign, row, by=cast.zhou, at=road.at(), code="state")
