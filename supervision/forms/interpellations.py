"""Interpellations and proposals: raising, deciding, answering, judging."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Deputy, Meeting
from foundation.accounts.models import Organisation
from foundation.web.fields import Choice, DateField, LongText
from supervision.rules.house import BODIES
from supervision.states.ballots import BallotMode
from supervision.states.interpellations import AnswerForm, ProposalKind, ProposalState, Venue


class RaiseForm(forms.Form):
    """Object, question and content, as the law asks."""

    kind = Choice(ProposalKind.choices, label="事项")
    venue = Choice(Venue.choices, label="由谁提出")
    title = forms.CharField(label="题目", max_length=100)
    body = forms.ModelChoiceField(
        label="受质询、询问的机关", queryset=Organisation.objects.none(), empty_label="请选择机关"
    )
    question = LongText(label="质询、询问的问题", rows=3)
    content = LongText(label="内容和理由", rows=5)
    meeting = forms.ModelChoiceField(
        label="在哪次会议提出",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="闭会期间",
        help_text="质询案必须选择。",
    )
    deputies = forms.ModelMultipleChoiceField(
        label="联名人", queryset=Deputy.objects.none(), error_messages={"required": "请选择联名人。"}
    )

    def __init__(self, *args: Any, deputies: QuerySet, meetings: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputies"].queryset = deputies
        self.fields["meeting"].queryset = meetings
        self.fields["body"].queryset = Organisation.objects.active().of_kind(*BODIES).order_by("pinyin_key", "pk")


class DecidedForm(forms.Form):
    decided_by = forms.ModelChoiceField(label="决定的会议", queryset=Meeting.objects.none(), empty_label="请选择会议")

    def __init__(self, *args: Any, meetings: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decided_by"].queryset = meetings


class AcceptForm(DecidedForm):
    answer_form = Choice(AnswerForm.choices, label="答复形式")
    due_on = DateField(label="答复期限")


class ReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class AnswerProposalForm(forms.Form):
    speaker = forms.CharField(label="答复或者签署的负责人", max_length=60, help_text="姓名和职务。")
    text = LongText(label="答复", rows=8)


class JudgeForm(forms.Form):
    dissatisfied = forms.IntegerField(
        label="不满意的联名人数", min_value=0, error_messages={"min_value": "不能是负数。"}
    )
    due_on = DateField(label="再作答复的期限", required=False, help_text="不满意的达到规定比例时填写。")


class JudgingBallotForm(forms.Form):
    mode = Choice(BallotMode.choices, label="表决方式", help_text="电子表决时，联名人在本人手机上投票。")
    again_on = DateField(label="再作答复的期限", help_text="不满意的达到规定比例时，受质询机关在这一天以前再作答复。")


class ProposalFilter(forms.Form):
    q = forms.CharField(label="题目", max_length=40, required=False)
    kind = forms.ChoiceField(label="事项", choices=[("", "全部"), *ProposalKind.choices], required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *ProposalState.choices], required=False)
