"""Asking to sit in on a meeting of the standing committee."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Meeting


class ApplyForm(forms.Form):
    meeting = forms.ModelChoiceField(
        label="常委会会议",
        queryset=Meeting.objects.none(),
        empty_label="请选择会议",
        help_text="没有会议可选的，说明下一次会议还没有登记，请与代表联络工作机构联系。",
    )
    text = forms.CharField(label="关注的议题和理由", max_length=300)

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings


class DeclineForm(forms.Form):
    answer = forms.CharField(label="理由", max_length=200, help_text="告知代表。")
