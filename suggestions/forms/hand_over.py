"""Handing over to the government office, and what it does with it."""

from django import forms

from foundation.web.fields import DateField, LongText
from suggestions.forms.office import AssignForm


class HandOverForm(forms.Form):
    handed_on = DateField(label="交办日期", help_text="法定答复期限自这一天起算，政府办公室分办不另行起算。")
    advice = forms.CharField(
        label="分办建议", max_length=300, required=False, help_text="可以写明建议的主办、会办单位。"
    )
    is_key = forms.BooleanField(label="列为重点督办", required=False)
    is_difficult = forms.BooleanField(label="涉及面广、办理难度大（按规定可以在六个月内答复）", required=False)


class DistributeForm(AssignForm):
    """The units alone: the day was settled when the suggestion was handed over."""

    assigned_on = None
    is_key = None


class ReturnForm(forms.Form):
    reason = LongText(
        label="退回理由", rows=3, max_length=300, help_text="如不属于政府职责范围，请写明应由哪一机关承办。"
    )
