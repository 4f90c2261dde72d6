"""Planning the ballots of a questioning or an inquiry."""

from typing import Any

from django.db.models import QuerySet

from deputies.models import Meeting
from supervision.forms import question_ballots as forms
from supervision.rules import question_ballots as rules
from supervision.states.session_issues import IssueState
from supervision.transitions import question_ballots as act
from supervision.views.people_ballots import NEXT
from supervision.views.question_steps import SessionStep


class BallotStep(SessionStep):
    """Leads to the ballot that was planned."""

    success_message = NEXT

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class PlanIssueBallot(BallotStep):
    title = button = "安排表决评议"
    form_class = forms.IssueBallotForm
    rule = rules.may_ballot_issues
    transition = act.plan_issue_ballot
    intro = "公布结果时，达到规定满意度的问题自动销号，没有达到的自动启动二次整改。"

    def form_kwargs(self) -> dict[str, Any]:
        issues = self.object.issues.filter(state=IssueState.REPORTED).select_related("body").order_by("number")
        return {"issues": issues, "meetings": _meetings(), "initial": {"issues": [issue.pk for issue in issues]}}


class PlanAnswerBallot(BallotStep):
    title = button = "安排答复测评"
    form_class = forms.AnswerBallotForm
    rule = rules.may_ballot_answers
    transition = act.plan_answer_ballot
    intro = "每个应答单位的答复一项。公布结果时，没有达到规定满意度的，自动交该单位重新研究答复、整改。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"meetings": _meetings()}


def _meetings() -> QuerySet[Meeting]:
    return Meeting.objects.filter(term__is_current=True).order_by("-opens_on", "-pk")
