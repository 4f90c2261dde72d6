"""What a handling unit fills in."""

from datetime import date
from typing import Any

from django import forms

from suggestions.forms.common import Choice, DateField, LongText, UnitField
from suggestions.models import ResultClass
from suggestions.states import Method, Phase, Rank


class AcknowledgeForm(forms.Form):
    """Who will see to it."""

    person_in_charge = forms.CharField(label="经办人", max_length=40)
    contact_phone = forms.CharField(label="联系电话", max_length=20, help_text="供代表联系，平时遮蔽显示。")


class ObjectionForm(forms.Form):
    """Why another unit should have it."""

    proposed_unit = UnitField(label="建议改由哪个单位承办")
    legal_basis = forms.CharField(
        label="职责依据", max_length=300, help_text="写明法律法规条文或者“三定”规定，如“《城市道路管理条例》第六条”。"
    )
    reason = LongText(label="理由", rows=4)


class ContactForm(forms.Form):
    """A talk with the deputy."""

    phase = Choice(Phase, label="阶段")
    method = forms.ChoiceField(label="方式", choices=[("", "请选择"), *Method.choices])
    held_on = DateField(label="日期")
    place = forms.CharField(label="地点", max_length=100, required=False)
    unit_persons = forms.CharField(label="单位参加人员", max_length=200, help_text="姓名和职务，多人用顿号隔开。")
    rank = forms.ChoiceField(label="参加人员最高职级", choices=[("", "请选择"), *Rank.choices])
    content = LongText(label="沟通内容", rows=4)
    deputy_opinion = LongText(label="代表意见", rows=3, required=False)


class CoOpinionForm(forms.Form):
    text = LongText(label="会办意见", rows=8, help_text="对职责范围内的事项提出明确意见，供主办单位答复采用。")


class BounceForm(forms.Form):
    reason = LongText(label="退回理由", rows=4, help_text="写明需要补充的内容。")


class ExtensionForm(forms.Form):
    """A later day, asked for once and before the present one has passed."""

    until = DateField(label="申请延至")
    reason = LongText(label="延期理由", rows=4)


class ReplyForm(forms.Form):
    """The reply but for the points, which have their own lines."""

    result_class = forms.ModelChoiceField(
        label="办理结果分类",
        queryset=ResultClass.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        required=False,
    )
    doc_number = forms.CharField(label="文号", max_length=60, required=False, help_text="如“示住建函〔2026〕12号”。")
    body = LongText(label="答复正文", rows=14, required=False)
    commitment_text = LongText(
        label="承诺事项", rows=3, required=False, help_text="列入计划、逐步解决的，写明将做什么；将列入承诺台账跟踪。"
    )
    commitment_due = DateField(label="承诺完成日期", required=False)
    co_opinion_note = forms.CharField(
        label="会办意见未到的说明", max_length=300, required=False, help_text="会办意见均已收到的不填。"
    )
    contact_person = forms.CharField(label="联系人", max_length=40, required=False)
    contact_phone = forms.CharField(label="联系电话", max_length=20, required=False)
    copy_to = forms.CharField(label="抄送", max_length=200, required=False)
    publish = forms.BooleanField(label="答复可以公开", required=False, initial=True)

    def __init__(self, *args: Any, term_id: int | None, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["result_class"].queryset = ResultClass.objects.of_term(term_id, on)


class PointForm(forms.Form):
    """One proposal and what is answered to it."""

    point = forms.CharField(label="代表的建议", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    answer = forms.CharField(label="答复", widget=forms.Textarea(attrs={"rows": 4}), required=False)


PointFormSet = forms.formset_factory(PointForm, extra=1, max_num=30)


class SignForm(forms.Form):
    """The head of the unit puts his name to it."""

    signatory = forms.CharField(label="签发人", max_length=40)


class ReportForm(forms.Form):
    """What has become of a promise."""

    evidence = LongText(label="兑现情况", rows=5, help_text="写明完成的时间、内容和成效，可附照片、文件。")
