import pytest

from suggestions.transitions.agree_withdrawal import agree_withdrawal
from suggestions.transitions.ask_withdrawal import ask_withdrawal
from suggestions.transitions.withdraw import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(road, cast):
    paper = ask_withdrawal(road.submitted(road.joint()), by=cast.lin, at=road.at(), reason="已解决。")
    return paper.cosigners.get()


def test_a_cosigner_agrees(road, cast, row, heard):
    agree_withdrawal(row, by=cast.zhou, at=road.at())

    assert road.fresh(row).agreed_to_withdraw_at is not None
    assert heard("withdrawal_agreed") == {"lin"}


def test_one_of_two_who_does_not_agree_ends_the_asking(road, cast, heard, refused, told):
    paper = road.submitted(road.cosigned_by(road.draft(), 2))
    ask_withdrawal(paper, by=cast.lin, at=road.at(), reason="已解决。")
    rows = {row.mandate: row for row in paper.cosigners.all()}
    agree_withdrawal(rows[road.seats.zhou], by=cast.zhou, at=road.at())
    refused(agree_withdrawal, rows[road.seats.deng], by=cast.deng, at=road.at(), agree=False, code="input")

    agree_withdrawal(rows[road.seats.deng], by=cast.deng, at=road.at(), agree=False, words="问题还在。")

    assert heard("withdrawal_declined") == {"lin", "zhou"}
    assert "decline_withdrawal" in told(paper)
    refused(withdraw, paper, by=cast.lin, at=road.at(), reason="已解决。", code="state")
    refused(agree_withdrawal, rows[road.seats.zhou], by=cast.zhou, at=road.at(), code="state")
    ask_withdrawal(paper, by=cast.lin, at=road.at(), reason="确已解决。")
    for seat, who in ((road.seats.zhou, cast.zhou), (road.seats.deng, cast.deng)):
        agree_withdrawal(rows[seat], by=who, at=road.at())
    assert withdraw(paper, by=cast.lin, at=road.at()).state == "withdrawn"


def test_only_himself(road, cast, row, refused):
    for who in ("lin", "deng", "he"):
        refused(agree_withdrawal, row, by=getattr(cast, who), at=road.at(), code="role")


def test_not_unasked_and_not_twice(road, cast, row, refused):
    refused(agree_withdrawal, road.joint().cosigners.get(), by=cast.zhou, at=road.at(), code="state")
    agree_withdrawal(row, by=cast.zhou, at=road.at())
    refused(agree_withdrawal, row, by=cast.zhou, at=road.at(), code="state")
