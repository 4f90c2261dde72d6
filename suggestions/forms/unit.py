"""What a handling unit fills in."""

from django import forms

from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from suggestions.forms.common import UnitField
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
    files = attachments("现场照片、签到表等")


class CoOpinionForm(forms.Form):
    text = LongText(label="会办意见", rows=8, help_text="对职责范围内的事项提出明确意见，供主办单位答复采用。")
    doc_number = forms.CharField(
        label="文号", max_length=60, required=False, help_text="本单位设有会办意见文号的，留空即自动编号。"
    )


class BounceForm(forms.Form):
    reason = LongText(label="退回理由", rows=4, help_text="写明需要补充的内容。")


class ExtensionForm(forms.Form):
    """A later day, asked for once and before the present one has passed."""

    until = DateField(label="申请延至")
    reason = LongText(label="延期理由", rows=4, max_length=500)


class SignForm(forms.Form):
    """The head of the unit puts his name to it; the seal follows on the printed letter or electronically."""

    signatory = forms.CharField(label="签发人", max_length=40)
    signatory_post = forms.CharField(label="签发人职务", max_length=40, required=False, help_text="如“局长”。")
    sealed_on = DateField(label="用印日期", required=False, help_text="尚未用印的不填。")
    seal_note = forms.CharField(
        label="用印说明", max_length=100, required=False, help_text="如“加盖公章，用印登记第35号”“电子签章”。"
    )


class ReportForm(forms.Form):
    """What has become of a promise."""

    evidence = LongText(label="兑现情况", rows=5, help_text="写明完成的时间、内容和成效。")
    files = attachments("佐证材料")
