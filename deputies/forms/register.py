"""What a reader of the register narrows the list by."""

from typing import Any

from django import forms

from deputies.models import Delegation, Level, MandateStatus


class RegisterFilter(forms.Form):
    """Name or pinyin, delegation, level, status. Empty fields narrow nothing; the level is the congress's own."""

    q = forms.CharField(label="姓名或拼音", required=False, max_length=40)
    delegation = forms.ModelChoiceField(label="代表团", queryset=Delegation.objects.none(), required=False)
    level = forms.ChoiceField(label="层级", choices=[("", "本级"), *Level.choices], required=False)
    status = forms.ChoiceField(label="状态", choices=[("", "全部"), *MandateStatus.choices], required=False)

    def __init__(self, *args: Any, delegations: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegation"].queryset = Delegation.objects.none() if delegations is None else delegations
        self.fields["delegation"].empty_label = "全部"
        self.fields["q"].widget.attrs["placeholder"] = "如：王兰、wl"
