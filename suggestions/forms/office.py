"""What the office of the standing committee, and the government office, fill in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from foundation.files.forms import UploadField, attachments
from foundation.web.fields import Choice, DateField, LongText
from suggestions.forms.common import UnitField
from suggestions.models import Category, RefusalGround
from suggestions.states import Channel, Consequence, Grade, Resolution, UnitRole


class SendBackForm(forms.Form):
    reason = LongText(label="退回理由", rows=4, help_text="写明需要补充或者修改的内容，代表将看到这段文字。")


class GroundField(forms.ModelChoiceField):
    """A ground with its source."""

    def label_from_instance(self, obj: RefusalGround) -> str:
        return obj.sourced


class RefuseForm(forms.Form):
    """A ground out of the list, and what is told to the deputy."""

    ground = GroundField(
        label="不予立案情形",
        queryset=RefusalGround.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "请选择一种情形。"},
    )
    result = Choice(
        [("", "按该情形的一般处理"), *Consequence.choices],
        label="处理",
        required=False,
        help_text="退回的，代表可以修改后重新提出。",
    )
    note = LongText(label="向代表的说明", rows=4)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].queryset = RefusalGround.objects.on(on)


class RegisterForm(forms.Form):
    """Under which category, and in which series it is numbered."""

    category = forms.ModelChoiceField(label="类别", queryset=Category.objects.none(), empty_label="请选择类别")
    channel = Choice(Channel, label="编入哪一序列", required=True)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = Category.objects.on(on).select_related("supervising_committee")


class ConvertForm(forms.Form):
    reason = LongText(label="转为建议的原因", rows=3)


class UnitRowForm(forms.Form):
    """One line of the assignment: a unit and its part."""

    unit = UnitField(label="承办单位", required=False)
    role = forms.ChoiceField(label="承办方式", choices=UnitRole, required=False)


class BaseUnitRows(forms.BaseFormSet):
    """The units together: none twice; one lead with co-units, or separate units only."""

    def clean(self) -> None:
        if any(self.errors):
            return
        rows = self.rows()
        if not rows:
            raise forms.ValidationError("请至少选择一个承办单位。")
        units = [unit.pk for unit, _ in rows]
        if len(units) != len(set(units)):
            raise forms.ValidationError("同一个单位只能出现一次，请删除重复的一行。")
        self._check_roles([role for _, role in rows])

    def _check_roles(self, roles: list[str]) -> None:
        leads = roles.count(UnitRole.LEAD)
        if UnitRole.SEPARATE in roles and leads:
            raise forms.ValidationError("分别办理的建议不设主办单位，请全部选“分办”，或者改为一个“主办”加若干“会办”。")
        if UnitRole.SEPARATE not in roles and leads != 1:
            raise forms.ValidationError("请确定一个主办单位；由多个单位各自答复的，请全部选“分办”。")

    def rows(self) -> list[tuple[Any, str]]:
        """(organisation, role) of every filled line."""
        filled = (form.cleaned_data for form in self.forms if form.is_valid() and form.cleaned_data.get("unit"))
        return [(data["unit"], data["role"]) for data in filled]


UnitRowSet = forms.formset_factory(UnitRowForm, formset=BaseUnitRows, extra=0, max_num=12)


class AssignForm(forms.Form):
    """When the legal period begins, how heavy the matter is, and the lines of units that belong to it."""

    assigned_on = DateField(label="交办日期", help_text="法定答复期限自交办之日起算。")
    is_key = forms.BooleanField(label="列为重点督办", required=False)
    is_difficult = forms.BooleanField(label="涉及面广、办理难度大（按规定可以在六个月内答复）", required=False)

    def __init__(self, *args: Any, units: list[dict[str, Any]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        data = self.data if self.is_bound else None
        self.rows = UnitRowSet(data, prefix="units", initial=units or [{"role": UnitRole.LEAD}])

    def is_valid(self) -> bool:
        """Both the fields and the lines."""
        good = self.rows.is_valid()
        for message in self.rows.non_form_errors():
            self.add_error(None, message)
        return super().is_valid() and good


def one_more(posted: Mapping[str, str]) -> list[dict[str, Any]]:
    """The posted lines and an empty one behind them, for browsers that run no scripts."""
    raw = posted.get("units-TOTAL_FORMS", "")
    count = min(int(raw), 12) if raw.isascii() and raw.isdigit() else 1
    names = ("unit", "role")
    lines = [{name: posted.get(f"units-{place}-{name}", "") for name in names} for place in range(count)]
    return [*lines, {"role": UnitRole.CO}]


class DecideObjectionForm(forms.Form):
    """Another unit, or the same one after all."""

    accept = Choice([("yes", "同意调整，改由其他单位承办"), ("no", "不同意调整，由原单位继续承办")], label="决定")
    unit = UnitField(label="新的承办单位", required=False, help_text="同意调整的必选。")
    note = LongText(label="决定理由", rows=3)

    def clean_accept(self) -> bool:
        return self.cleaned_data["accept"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("accept") and not cleaned.get("unit"):
            self.add_error("unit", "同意调整的，请选择新的承办单位。")
        return cleaned


class DecideExtensionForm(forms.Form):
    accept = Choice([("yes", "同意延期"), ("no", "不同意延期")], label="决定")
    until = DateField(label="同意延至", required=False, help_text="不填则为申请的日期。")
    note = LongText(label="决定理由", rows=3, required=False)

    def clean_accept(self) -> bool:
        return self.cleaned_data["accept"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("accept") is False and not cleaned.get("note"):
            self.add_error("note", "不同意延期的，请说明理由。")
        return cleaned


class CheckReplyForm(forms.Form):
    """Pass the reply on to the deputy, or return it to the unit."""

    passed = Choice([("yes", "审核通过，送达代表"), ("no", "退回承办单位修改")], label="审核意见")
    reason = LongText(label="退回理由", rows=4, required=False, help_text="退回的必填，写明需要修改的内容。")

    def clean_passed(self) -> bool:
        return self.cleaned_data["passed"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("passed") is False and not cleaned.get("reason"):
            self.add_error("reason", "退回答复的，请写明理由。")
        return cleaned


class MediateForm(forms.Form):
    reason = LongText(label="提请协调的原因", rows=3)


class ResolveMediationForm(forms.Form):
    """What came of bringing both sides together."""

    held_on = DateField(label="协调日期")
    participants = forms.CharField(label="参加人员", max_length=300)
    record = LongText(label="协调记录", rows=6)
    resolution = Choice(Resolution, label="协调结果")
    files = attachments("会议记录、评估报告等")


class PaperRatingForm(forms.Form):
    """The grades on a signed paper form; the scan is kept with the case."""

    attitude = Choice(Grade, label="办理态度")
    result = Choice(Grade, label="办理结果")
    reason = LongText(label="不满意的原因", rows=3, required=False)
    scan = UploadField(label="征询意见表扫描件")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        grades = (cleaned.get("attitude"), cleaned.get("result"))
        if Grade.DISSATISFIED in grades and not cleaned.get("reason"):
            self.add_error("reason", "评价为不满意的，请按原件录入原因。")
        return cleaned


class FulfilForm(forms.Form):
    """Whether a promise has been kept."""

    fulfilled = Choice([("yes", "确认已兑现"), ("no", "尚未兑现，继续跟踪")], label="确认")
    note = LongText(label="确认意见", rows=3, required=False)

    def clean_fulfilled(self) -> bool:
        return self.cleaned_data["fulfilled"] == "yes"


class PressForm(forms.Form):
    """What the office adds to the message."""

    words = LongText(label="催办意见", rows=2, required=False, max_length=300, help_text="可以不填，附在通知后面。")


class PublishForm(forms.Form):
    secrecy_note = forms.CharField(
        label="保密审查意见", max_length=200, help_text="写明审查人和结论，如“经审查不涉密，可以公开。审查人：”。"
    )


class UnpublishForm(forms.Form):
    reason = LongText(label="撤下原因", rows=3)


class CheckPaperForm(forms.Form):
    """The second clerk compares the entry with the scan."""

    agrees = Choice([("yes", "与原件一致"), ("no", "与原件不符")], label="核对结果")
    note = forms.CharField(label="核对说明", max_length=200, required=False, help_text="不符的必填。")

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("agrees") is False and not cleaned.get("note"):
            self.add_error("note", "与原件不符的，请写明差异。")
        return cleaned
