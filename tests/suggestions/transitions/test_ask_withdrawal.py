import pytest

from suggestions.transitions.ask_withdrawal import ask_withdrawal

pytestmark = pytest.mark.django_db


def test_cosigners_are_asked(road, cast, heard):
    paper = road.submitted(road.joint())

    ask_withdrawal(paper, by=cast.lin, at=road.at(), reason="问题已经解决。")

    assert road.fresh(paper).withdrawal_asked_at is not None
    assert heard("withdrawal_asked") == {"zhou"}


def test_only_by_the_lead(road, cast, refused):
    subject = road.submitted(road.joint())
    for who in ("zhou", "he", "stranger"):
        refused(ask_withdrawal, subject, by=getattr(cast, who), at=road.at(), reason="撤。", code="role")


def test_not_alone_not_late_not_twice_not_without_a_reason(road, cast, refused):
    refused(ask_withdrawal, road.submitted(), by=cast.lin, at=road.at(), reason="撤。", code="state")
    late = road.on(road.joint(), "assigned")
    refused(ask_withdrawal, late, by=cast.lin, at=road.at(), reason="撤。", code="date")
    paper = road.submitted(road.joint())
    refused(ask_withdrawal, paper, by=cast.lin, at=road.at(), reason="", code="input")
    ask_withdrawal(paper, by=cast.lin, at=road.at(), reason="撤。")
    refused(ask_withdrawal, paper, by=cast.lin, at=road.at(), reason="撤。", code="state")
