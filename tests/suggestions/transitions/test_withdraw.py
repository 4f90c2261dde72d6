import pytest

from suggestions.models import Switch
from suggestions.states import AssignmentState, SuggestionState
from suggestions.transitions.agree_withdrawal import agree_withdrawal
from suggestions.transitions.ask_withdrawal import ask_withdrawal
from suggestions.transitions.withdraw import withdraw

pytestmark = pytest.mark.django_db


def test_a_draft_is_given_up_in_silence(road, cast, heard):
    paper = withdraw(road.cosigning(), by=cast.lin, at=road.at())

    assert paper.state == SuggestionState.WITHDRAWN
    assert heard("withdrawn") == set()


def test_before_assignment_with_a_reason(road, cast, heard, clocks, refused):
    paper = road.registered()
    refused(withdraw, paper, by=cast.lin, at=road.at(), code="input")

    withdraw(paper, by=cast.lin, at=road.at(), reason="问题已经解决。")

    assert road.fresh(paper).state == SuggestionState.WITHDRAWN
    assert clocks(paper) == {}
    assert heard("withdrawn") == {"he", "xu"}


def test_a_joint_paper_only_with_everybodys_consent(road, cast, heard, refused):
    paper = road.submitted(road.joint())
    refused(withdraw, paper, by=cast.lin, at=road.at(), reason="已解决。", code="state")
    ask_withdrawal(paper, by=cast.lin, at=road.at(), reason="问题已经解决。")
    refused(withdraw, paper, by=cast.lin, at=road.at(), code="state")
    agree_withdrawal(paper.cosigners.get(), by=cast.zhou, at=road.at())

    withdraw(paper, by=cast.lin, at=road.at())

    assert road.fresh(paper).withdrawal_reason == "问题已经解决。"
    assert heard("withdrawn") == {"he", "xu", "zhou"}


def test_only_by_the_lead(road, cast, refused):
    subject = road.registered()
    for who in ("zhou", "he", "feng", "stranger"):
        refused(withdraw, subject, by=getattr(cast, who), at=road.at(), reason="撤。", code="role")


def test_after_assignment_only_where_the_local_rule_allows(road, cast, heard, clocks, refused):
    paper = road.handling()
    assert "2026年3月2日" in refused(withdraw, paper, by=cast.lin, at=road.at(), reason="撤。", code="date")
    Switch.objects.filter(key="withdraw_after_assignment").update(enabled=True)

    withdraw(paper, by=cast.lin, at=road.at(), reason="撤。")

    part = paper.assignments.get()
    assert (part.state, clocks(part)) == (AssignmentState.RELEASED, {})
    assert heard("released") == {"feng", "chen"}


def test_not_once_answered_and_not_twice(road, cast, refused):
    refused(withdraw, road.replied(), by=cast.lin, at=road.at(), reason="撤。", code="state")
    paper = withdraw(road.draft(), by=cast.lin, at=road.at())
    refused(withdraw, paper, by=cast.lin, at=road.at(), code="state")
