"""The handling fund: what office, carrier and units fill in. Amounts are yuan with two decimals."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from deputies.models import Meeting
from deputies.models.meeting import MeetingKind
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, LOCAL_KINDS
from foundation.files.forms import attachments
from foundation.web.fields import Choice, DateField, LongText
from suggestions.models import FundExclusion, FundYear
from suggestions.transitions.fund_projects import DECIDERS

NO_MEETING = "会议不在列表中的，请由委员会秘书先在后台“会议”中登记会议和召开日期。"


class YuanField(forms.DecimalField):
    """A sum in yuan; thousands may be set off by commas."""

    def __init__(self, *, least: str | None = "0.01", **kwargs: Any) -> None:
        least_value = Decimal(least) if least else None
        kwargs.setdefault("help_text", "单位：元，最多两位小数。")
        messages = {"min_value": "金额应当大于零。", "max_decimal_places": "金额最多保留两位小数。"}
        super().__init__(max_digits=12, decimal_places=2, min_value=least_value, error_messages=messages, **kwargs)
        self.widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value).replace(",", "").replace("，", "").removesuffix("元") if value is not None else value
        return super().to_python(text)


class MeetingField(forms.ModelChoiceField):
    """One meeting that has been held."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Meeting.objects.none(), empty_label="请选择会议", help_text=NO_MEETING, **kwargs)


def held(on: date, *kinds: str) -> QuerySet[Meeting]:
    """Meetings of these kinds held by `on`, newest first."""
    return Meeting.objects.filter(kind__in=kinds, opens_on__lte=on).order_by("-opens_on", "-number")


class PotForm(forms.Form):
    """The pot of a year, as the standing committee decided it."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    amount = YuanField(label="资金总额")
    meeting = MeetingField(label="决定的常委会会议")
    decision = forms.CharField(label="决定名称或者文号", max_length=200)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = held(on, MeetingKind.STANDING_COMMITTEE)


class AdjustPotForm(forms.Form):
    """More or less of it."""

    amount = YuanField(label="增减金额", least=None, help_text="单位：元；减少的填负数。")
    meeting = MeetingField(label="决定的常委会会议")
    decision = forms.CharField(label="决定名称或者文号", max_length=200)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = held(on, MeetingKind.STANDING_COMMITTEE)


class ProjectForm(forms.Form):
    """A project out of a suggestion and its amount."""

    fund = forms.ModelChoiceField(label="年度资金", queryset=FundYear.objects.none(), empty_label="请选择年度")
    name = forms.CharField(label="项目名称", max_length=120)
    place = forms.CharField(label="实施地点", max_length=100)
    carrier = forms.ModelChoiceField(
        label="实施单位", queryset=Organisation.objects.none(), empty_label="请选择项目所在地的乡镇、街道或者承办单位"
    )
    amount = YuanField(label="核定金额")
    meeting = MeetingField(label="确定的会议")

    def __init__(self, *args: Any, on: date, exclusions: list[FundExclusion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = FundYear.objects.all()
        self.fields["meeting"].queryset = held(on, *DECIDERS)
        bodies = Organisation.objects.active().of_kind(*LOCAL_KINDS, *HANDLING_KINDS)
        self.fields["carrier"].queryset = bodies.order_by("pinyin_key")
        if exclusions:
            grounds = "；".join(str(row) for row in exclusions)
            self.fields["no_exclusion"] = forms.BooleanField(
                label="已逐项核对，不属于下列任何一种情形", help_text=grounds
            )


class AdjustProjectForm(forms.Form):
    """The new amount."""

    amount = YuanField(label="调整后的核定金额")
    meeting = MeetingField(label="决定的会议")
    reason = forms.CharField(label="理由", max_length=300)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = held(on, *DECIDERS)


class CancelForm(forms.Form):
    reason = LongText(label="取消理由", rows=3)


class StartForm(forms.Form):
    started_on = DateField(label="开工日期")


class CompleteForm(forms.Form):
    completed_on = DateField(label="完工日期")


class WorkForm(forms.Form):
    """How far the work is."""

    held_on = DateField(label="日期")
    text = LongText(label="进度情况", rows=4)
    files = attachments("现场照片等")


class AcceptanceForm(forms.Form):
    """The congress looks at it."""

    held_on = DateField(label="验收日期")
    participants = forms.CharField(label="验收人员", max_length=300, help_text="写明代表、工委和有关单位人员。")
    passed = Choice([("yes", "验收合格"), ("no", "不合格，退回整改")], label="结论")
    result = LongText(label="评估验收意见", rows=4)
    files = attachments("验收表、照片")

    def clean_passed(self) -> bool:
        return self.cleaned_data["passed"] == "yes"


class PaymentForm(forms.Form):
    """One payment."""

    amount = YuanField(label="拨付金额")
    paid_on = DateField(label="拨付日期")
    voucher = forms.CharField(label="凭证号", max_length=60)
    payee = forms.CharField(label="收款单位", max_length=100)
    files = attachments("凭证扫描件")


class ApplyForm(forms.Form):
    amount = YuanField(label="申请金额")
    reason = LongText(label="申请理由和资金用途", rows=5)


class ScreenForm(forms.Form):
    """Passed on, or refused with a ground."""

    passed = Choice([("yes", "初审通过"), ("no", "初审不通过")], label="初审意见")
    exclusion = forms.ModelChoiceField(
        label="不予安排的情形", queryset=FundExclusion.objects.none(), required=False, empty_label="不属于所列情形"
    )
    screening_note = forms.CharField(label="说明", max_length=300, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["exclusion"].queryset = FundExclusion.objects.on(on)

    def clean_passed(self) -> bool:
        return self.cleaned_data["passed"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refused = cleaned.get("passed") is False
        if refused and not cleaned.get("exclusion") and not cleaned.get("screening_note"):
            self.add_error("screening_note", "初审不通过的，请选择情形或者写明理由。")
        return cleaned
