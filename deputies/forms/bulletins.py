"""Bulletins: what the issuing body fills in."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Delegation
from deputies.states import BulletinSource
from foundation.files.forms import attachments
from foundation.web.fields import LongText


class BulletinForm(forms.Form):
    """A bulletin, in the name of a body this person may speak for, to everybody or to some delegations."""

    source = forms.ChoiceField(label="通报单位")
    number = forms.CharField(label="期号或者文号", max_length=60, required=False)
    title = forms.CharField(label="标题", max_length=120)
    text = LongText(label="内容", rows=8)
    delegations = forms.ModelMultipleChoiceField(
        label="发送范围",
        queryset=Delegation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="不选时发送全体在任代表；选择代表团的，只发送这些代表团。",
    )
    files = attachments()

    def __init__(self, *args: Any, sources: set[str], delegations: QuerySet[Delegation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [(value, label) for value, label in BulletinSource.choices if value in sources]
        self.fields["source"].choices = chosen if len(chosen) == 1 else [("", "请选择"), *chosen]
        self.fields["delegations"].queryset = delegations


class BulletinFilter(forms.Form):
    """By body, and what one has not read."""

    source = forms.ChoiceField(label="通报单位", choices=[("", "全部"), *BulletinSource.choices], required=False)
    q = forms.CharField(label="标题", max_length=40, required=False)
