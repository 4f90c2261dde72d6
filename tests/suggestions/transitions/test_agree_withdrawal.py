import pytest

from suggestions.transitions.agree_withdrawal import agree_withdrawal
from suggestions.transitions.ask_withdrawal import ask_withdrawal

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(road, cast):
    paper = ask_withdrawal(road.submitted(road.joint()), by=cast.lin, at=road.at(), reason="已解决。")
    return paper.cosigners.get()


def test_a_cosigner_agrees(road, cast, row, heard):
    agree_withdrawal(row, by=cast.zhou, at=road.at())

    assert road.fresh(row).agreed_to_withdraw_at is not None
    assert heard("withdrawal_agreed") == {"lin"}


def test_only_himself(road, cast, row, refused):
    for who in ("lin", "deng", "he"):
        refused(agree_withdrawal, row, by=getattr(cast, who), at=road.at(), code="role")


def test_not_unasked_and_not_twice(road, cast, row, refused):
    refused(agree_withdrawal, road.joint().cosigners.get(), by=cast.zhou, at=road.at(), code="state")
    agree_withdrawal(row, by=cast.zhou, at=road.at())
    refused(agree_withdrawal, row, by=cast.zhou, at=road.at(), code="state")
