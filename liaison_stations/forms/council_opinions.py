"""Opinions of street congresses: raising, handing over, answering, telling back."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.accounts.models import Organisation
from foundation.files.forms import attachments
from foundation.web.fields import LongText
from liaison_stations.models import StreetMeeting, StreetMember
from liaison_stations.states.council_opinion import OpinionState
from liaison_stations.transitions.council_opinions import BODIES


class RaiseForm(forms.Form):
    member = forms.ModelChoiceField(label="提出人", queryset=StreetMember.objects.none(), empty_label="请选择议政代表")
    meeting = forms.ModelChoiceField(
        label="在哪次会议提出", queryset=StreetMeeting.objects.none(), required=False, empty_label="平时提出"
    )
    title = forms.CharField(label="标题", max_length=100)
    text = LongText(label="意见和建议", rows=6)
    files = attachments("照片、材料")

    def __init__(self, *args: Any, members: QuerySet, meetings: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members
        self.fields["meeting"].queryset = meetings


class HandForm(forms.Form):
    body = forms.ModelChoiceField(label="交办单位", queryset=Organisation.objects.none(), empty_label="请选择单位")
    hand_note = LongText(label="交办意见", rows=3, max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.active().of_kind(*BODIES)
        self.fields["body"].queryset = bodies.order_by("pinyin_key", "pk")


class OpinionReasonForm(forms.Form):
    reason = LongText(label="理由", rows=3, max_length=300)


class AnswerForm(forms.Form):
    answer = LongText(
        label="答复", rows=6, help_text="写明核实情况、已采取的措施和下一步打算；暂时不能办的，写明原因。"
    )
    files = attachments()


class OutcomeForm(forms.Form):
    outcome = LongText(label="向提出人反馈的结果", rows=5, help_text="写明办理结果和提出人的意见。")


class OpinionFilter(forms.Form):
    q = forms.CharField(label="标题或提出人", max_length=40, required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *OpinionState.choices], required=False)
