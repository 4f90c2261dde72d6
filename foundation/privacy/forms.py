from crispy_forms.helper import FormHelper
from django import forms

from foundation.privacy.reveal import LEAST_PURPOSE


class PurposeForm(forms.Form):
    """Why somebody wants to see a personal datum."""

    purpose = forms.CharField(
        label="查看用途",
        min_length=LEAST_PURPOSE,
        max_length=200,
        help_text="例如：就第12号建议的办理情况联系代表。",
        error_messages={
            "required": "请填写查看用途。",
            "min_length": f"请说明查看用途，不少于{LEAST_PURPOSE}个字。",
            "max_length": "用途请控制在200字以内。",
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper
