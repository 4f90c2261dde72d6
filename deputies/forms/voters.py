"""A deputy's voters: few fields, made for a phone."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import VoterContact
from deputies.states.contact import ContactWay
from foundation.privacy.masking import mask_phone
from foundation.web.fields import Choice, DateField, LongText


class VoterForm(forms.Form):
    """A voter who has agreed."""

    name = forms.CharField(label="姓名", max_length=40)
    phone = forms.CharField(label="联系电话", max_length=30, required=False, widget=forms.TextInput({"type": "tel"}))
    place = forms.CharField(label="住址", max_length=100, required=False, help_text="如：青石村三组。")
    agreed = forms.BooleanField(
        label="已征得本人同意，由我登记姓名和联系方式，仅用于联系", required=False, help_text="信息加密保存。"
    )


class AmendVoterForm(forms.Form):
    """What is kept of a voter, put right."""

    name = forms.CharField(label="姓名", max_length=40)
    phone = forms.CharField(label="联系电话", max_length=30, required=False, widget=forms.TextInput({"type": "tel"}))
    place = forms.CharField(label="住址", max_length=100, required=False, help_text="如：青石村三组。")


class EndVoterForm(forms.Form):
    reason = forms.CharField(label="停止联系的理由", max_length=200, help_text="如：迁出选区。不要写姓名、电话。")
    erase_now = forms.BooleanField(
        label="本人要求删除，现在就删除姓名、电话和住址", required=False, help_text="不勾选的，到期自动删除。"
    )


class VotersField(forms.ModelMultipleChoiceField):
    """One's own voters by name; shown to the deputy alone."""

    def label_from_instance(self, obj: VoterContact) -> str:
        return f"{obj.name}（{mask_phone(obj.phone)}）" if obj.phone else obj.name


class VoterVisitForm(forms.Form):
    """One time in touch."""

    voters = VotersField(
        label="联系了谁", queryset=VoterContact.objects.none(), widget=forms.CheckboxSelectMultiple, required=False
    )
    way = Choice(ContactWay.choices, label="联系方式")
    on = DateField(label="日期")
    words = LongText(
        label="反映的情况", rows=3, required=False, help_text="没有可以不填；不要写姓名、电话。只有您自己看得到。"
    )

    def __init__(self, *args: Any, voters: QuerySet[VoterContact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voters"].queryset = voters


class TakeBackForm(forms.Form):
    reason = forms.CharField(label="撤回理由", max_length=200, help_text="如：重复登记。")
