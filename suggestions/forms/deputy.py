"""What a deputy fills in."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Mandate
from foundation.web.fields import Choice, DateField, LongText
from suggestions.forms.common import UnitField
from suggestions.models import Assignment, Category, Suggestion
from suggestions.states import Grade, Kind


class DraftForm(forms.Form):
    """The text of a suggestion. Only the title is needed to save; the rest is asked for when it is submitted."""

    kind = forms.ChoiceField(label="种类", choices=Kind, widget=forms.RadioSelect, initial=Kind.SUGGESTION)
    title = forms.CharField(
        label="标题",
        max_length=120,
        help_text="一事一议，写明请求解决的事项，如“关于增设人民路公交站点的建议”。",
        error_messages={"required": "请填写标题，其余内容可以以后再补。"},
    )
    facts = LongText(label="案由", rows=7, required=False, help_text="基本情况和存在的问题。")
    grounds = LongText(label="案据", rows=4, required=False, help_text="理由和依据；议案必须写，建议可以不写。")
    proposals = LongText(
        label="具体建议", rows=7, required=False, help_text="有几条就写几条，每条另起一行，承办单位将逐条答复。"
    )
    wished_category = forms.ModelChoiceField(
        label="建议类别", queryset=Category.objects.none(), required=False, empty_label="由工作人员确定"
    )
    wished_unit = UnitField(label="建议承办单位", required=False, help_text="供交办时参考，可以不填。")
    raised_before = forms.CharField(
        label="以前提出过的年份、编号", max_length=100, required=False, help_text="首次提出的不填。"
    )
    # Chosen from the look-alikes beside the form; the line above can be written without it.
    raised_before_as = forms.ModelChoiceField(
        queryset=Suggestion.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "所选的以前提出的建议已不能查看，请重新选择，或者直接填写年份、编号。"},
    )
    agree_to_publish = forms.TypedChoiceField(
        label="是否同意公开",
        choices=[("True", "同意公开"), ("False", "不同意公开")],
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
        help_text="同意的，办理后经审核向社会公开建议全文、答复和评价，不公开电话。提交前必须选择，不影响办理。",
    )
    wants_interview = forms.BooleanField(label="希望承办单位办理前当面沟通", required=False)
    from_survey = forms.BooleanField(label="来自专题调研、视察", required=False)
    from_reception = forms.BooleanField(label="来自接待选民", required=False)
    from_inspection = forms.BooleanField(label="来自执法检查", required=False)

    # What goes to the transition under the same name.
    WORDING = (
        *("kind", "title", "facts", "grounds", "proposals", "wished_category", "wished_unit"),
        *("raised_before", "raised_before_as"),
        *("agree_to_publish", "wants_interview", "from_survey", "from_reception", "from_inspection"),
    )

    def __init__(
        self, *args: Any, on: date, mandates: list[Mandate], earlier: QuerySet[Suggestion], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mandates = {str(mandate.pk): mandate for mandate in mandates}
        self.fields["raised_before_as"].queryset = earlier
        self.fields["wished_category"].queryset = Category.objects.on(on)
        self.fields["wished_unit"].empty_label = "由工作人员确定"
        if len(mandates) > 1:
            choices = [(key, mandate.get_level_display()) for key, mandate in self.mandates.items()]
            self.fields["lead"] = forms.ChoiceField(label="以哪一级代表的身份提出", choices=choices)

    def clean_agree_to_publish(self) -> bool | None:
        """A draft may leave it open, what is handed in may not."""
        value = self.cleaned_data["agree_to_publish"]
        if value is None and self.data.get("then") == "preview":
            raise forms.ValidationError("请选择是否同意公开，再提交。")
        return value

    def named_earlier(self) -> Suggestion | None:
        """The earlier suggestion the form names at the moment, valid or being corrected."""
        named = self["raised_before_as"].value()
        if not named or isinstance(named, Suggestion):
            return named or None
        key = str(named)
        return self.fields["raised_before_as"].queryset.filter(pk=key).first() if key.isdigit() else None

    def mandate(self) -> Mandate:
        """The mandate the paper is raised under."""
        return self.mandates[self.cleaned_data.get("lead") or next(iter(self.mandates))]

    def wording(self) -> dict[str, Any]:
        """The fields the deputy words himself, as the transition names them."""
        return {name: self.cleaned_data[name] for name in self.WORDING}


class InviteForm(forms.Form):
    """Deputies to sign along, and until when they are asked to answer."""

    mandates = forms.ModelMultipleChoiceField(
        label="邀请的代表",
        queryset=Mandate.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选择一位代表。"},
    )
    until = DateField(label="请在何日前答复", help_text="到期仍未答复的，可以移除后提交。")

    def __init__(self, *args: Any, candidates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mandates"].queryset = candidates


class AnswerForm(forms.Form):
    """The invited deputy's own word."""

    agree = Choice([("yes", "我已阅读全文，同意联名"), ("no", "不参加联名")], label="您的决定")
    reason = forms.CharField(label="说明", max_length=200, required=False, help_text="谢绝时可以说明原因。")

    def clean_agree(self) -> bool:
        return self.cleaned_data["agree"] == "yes"


class SubmitForm(forms.Form):
    """A last look before the paper leaves the deputy's hands."""

    one_matter = forms.BooleanField(
        label="本件一事一议，不涉及本人及亲属的个人事项，不含国家秘密",
        error_messages={"required": "请确认后再提交。"},
    )
    as_suggestion = forms.BooleanField(
        label="如已过议案截止时间，同意作为建议提出",
        required=False,
        help_text="不勾选的，过了截止时间将不能提交；转为建议的，保留议案编号。",
    )

    def __init__(self, *args: Any, is_motion: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_motion:
            self.fields["as_suggestion"].widget = forms.HiddenInput()


class ReasonForm(forms.Form):
    reason = forms.CharField(label="说明", max_length=200, required=False)


class WithdrawForm(forms.Form):
    reason = LongText(label="撤回原因", rows=3, max_length=500)


class AgreeWithdrawalForm(forms.Form):
    """The co-signer's own word on a withdrawal."""

    agree = Choice([("yes", "同意撤回"), ("no", "不同意撤回，建议继续办理")], label="您的意见")
    words = LongText(label="理由", rows=3, required=False, max_length=500, help_text="不同意的必填。")

    def clean_agree(self) -> bool:
        return self.cleaned_data["agree"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("agree") is False and not cleaned.get("words"):
            self.add_error("words", "不同意撤回的，请写明理由。")
        return cleaned


class ConfirmContactForm(forms.Form):
    """Whether the unit's record of a meeting is true."""

    confirmed = Choice([("yes", "记录属实"), ("no", "与实际不符")], label="您的确认")
    note = forms.CharField(label="补充说明", max_length=500, required=False, help_text="与实际不符的，请说明情况。")

    def clean_confirmed(self) -> bool:
        return self.cleaned_data["confirmed"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("confirmed") is False and not cleaned.get("note"):
            self.add_error("note", "与实际不符的，请说明情况。")
        return cleaned


class RateForm(forms.Form):
    """Attitude and result apart, nothing preset; what is dissatisfied is explained."""

    attitude = Choice(Grade, label="对办理态度的评价", error_messages={"required": "请对办理态度作出评价。"})
    result = Choice(Grade, label="对办理结果的评价", error_messages={"required": "请对办理结果作出评价。"})
    reason = LongText(
        label="不满意的原因和希望", rows=4, required=False, help_text="任一项为“不满意”时必填，承办单位将据此重新办理。"
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        grades = (cleaned.get("attitude"), cleaned.get("result"))
        if Grade.DISSATISFIED in grades and not cleaned.get("reason"):
            self.add_error("reason", "评价为不满意的，请写明原因。")
        return cleaned


class AppealForm(forms.Form):
    """The deputy thinks the suggestion has gone to the wrong unit."""

    assignment = forms.ModelChoiceField(
        label="对哪个单位的交办有异议", queryset=Assignment.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    proposed_unit = UnitField(label="希望改由哪个单位承办", required=False)
    reason = LongText(label="理由", rows=4)

    def __init__(self, *args: Any, parts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignment"].queryset = parts
        self.fields["proposed_unit"].empty_label = "由工作人员确定"
