"""What the liaison office fills in when it publishes a campaign."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from foundation.files.models import StoredFile
from foundation.web.fields import LongText


class PublishForm(forms.Form):
    """Words for everybody, and which photographs go with them."""

    summary = LongText(
        label="活动情况",
        rows=8,
        help_text="向群众说明做了什么、提出了哪些意见、有什么结果。不要写群众姓名、住址和电话。",
    )
    photos = forms.ModelMultipleChoiceField(
        label="公布的照片",
        queryset=StoredFile.objects.none(),
        required=False,
        error_messages={"invalid_choice": "所选照片不是本主题活动的活动记录，请刷新页面后重选。"},
    )

    def __init__(self, *args: Any, photographs: QuerySet[StoredFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photos"].queryset = photographs

    def clean_photos(self) -> list[StoredFile]:
        return list(self.cleaned_data["photos"])


class HideForm(forms.Form):
    """Why it is taken off."""

    reason = forms.CharField(label="撤下理由", max_length=200)
