"""Putting the review of issues, the answers of an inquiry, on a ballot."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Meeting
from foundation.web.fields import Choice
from supervision.models import SessionIssue
from supervision.states.ballots import BallotMode

MODE_HELP = "电子表决时，有表决权的人员在本人手机上投票；纸质投票由两人分别清点后录入。"


class IssuesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, issue: SessionIssue) -> str:
        return f"{issue.number}. {issue.title}（{issue.body.label}）"


class IssueBallotForm(forms.Form):
    """Which issues stand on the paper, and who votes."""

    issues = IssuesField(
        label="评议哪些问题",
        queryset=SessionIssue.objects.none(),
        error_messages={"required": "请勾选评议的问题。"},
        help_text="一张选票，每个问题一项。",
    )
    mode = Choice(BallotMode.choices, label="表决方式", help_text=MODE_HELP)
    meeting = forms.ModelChoiceField(
        label="在哪次会议上评议",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="由参加问政的代表评议",
        help_text="选择会议的，由有表决权的会议组成人员评议。",
    )
    all_members = forms.IntegerField(
        label="参加评议的人数",
        required=False,
        min_value=1,
        max_value=10_000,
        error_messages={"min_value": "人数应当大于零。"},
        help_text="有群众代表一同评议的，用纸质投票，填写总人数；其他情形留空。",
    )

    def __init__(self, *args: Any, issues: QuerySet, meetings: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issues"].queryset = issues
        self.fields["meeting"].queryset = meetings

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("all_members") and (given.get("meeting") or given.get("mode") != BallotMode.PAPER):
            self.add_error("all_members", "只有不在会议上、用纸质投票评议时填写人数，请改正或者留空。")
        return given


class AnswerBallotForm(forms.Form):
    """At which meeting, and how."""

    meeting = forms.ModelChoiceField(
        label="在哪次会议上测评", queryset=Meeting.objects.none(), empty_label="请选择会议"
    )
    mode = Choice(BallotMode.choices, label="表决方式", help_text=MODE_HELP)

    def __init__(self, *args: Any, meetings: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings
