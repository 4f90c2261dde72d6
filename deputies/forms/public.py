"""What citizens narrow the list of deputies by, and what the office and a deputy say to a public page."""

from typing import Any

from django import forms

from deputies.models import Delegation, Deputy
from foundation.files.forms import UploadField
from foundation.web.fields import Choice, LongText

AGREES = [("yes", "同意公开照片和个人简介"), ("no", "不同意公开照片和个人简介")]


class ShowcaseFilter(forms.Form):
    """Name or pinyin, delegation, where he works, what kind of deputy he is."""

    leading = 2

    q = forms.CharField(label="姓名、单位或选区", required=False, max_length=40)
    delegation = forms.ModelChoiceField(label="代表团", queryset=Delegation.objects.none(), required=False)
    occupation = forms.ChoiceField(label="代表类别", required=False)

    def __init__(self, *args: Any, delegations: Any, occupations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegation"].queryset = delegations
        self.fields["delegation"].empty_label = "全部代表团"
        self.fields["occupation"].choices = [("", "全部类别"), *((word, word) for word in occupations)]
        self.fields["q"].widget.attrs["placeholder"] = "如：王兰、wl、第3选区"


class ConsentForm(forms.Form):
    """What the deputy says himself."""

    agrees = Choice(AGREES, label="您的意见")

    def values(self) -> dict[str, Any]:
        return {"agrees": self.cleaned_data["agrees"] == "yes"}


class PaperConsentForm(ConsentForm):
    """What he said on paper, entered by the office."""

    note = forms.CharField(label="书面意见说明", max_length=200, help_text="如：2026年3月5日书面同意书。")
    paper = UploadField(label="书面意见扫描件", required=False, accept=("pdf", "jpg", "jpeg", "png"))

    def values(self) -> dict[str, Any]:
        return {**super().values(), "note": self.cleaned_data["note"], "paper": self.cleaned_data["paper"]}


class HideForm(forms.Form):
    reason = LongText(label="撤下理由", rows=2, max_length=200, help_text="代表本人可以看到。")


class PublishManyForm(forms.Form):
    """Whose pages are signed off now."""

    deputies = forms.ModelMultipleChoiceField(
        label="本次审核公开的代表",
        queryset=Deputy.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少勾选一名代表。"},
    )

    def __init__(self, *args: Any, waiting: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputies"].queryset = waiting
