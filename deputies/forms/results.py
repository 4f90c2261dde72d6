"""What is filled in about results passed on and about money."""

from datetime import date
from typing import Any

from django import forms

from deputies.models import Activity, ActivityKind, BudgetLine
from deputies.states import ActivityState
from foundation.accounts.models import Organisation
from foundation.accounts.roles import HANDLING_KINDS, LOCAL_KINDS
from foundation.files.forms import attachments
from foundation.web.fields import DateField, LongText


class ForwardForm(forms.Form):
    """To whom, and what the deputies found."""

    body = forms.ModelChoiceField(label="转交单位", queryset=Organisation.objects.none(), empty_label="请选择单位")
    text = LongText(label="代表意见", rows=6)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.active().of_kind(*HANDLING_KINDS, *LOCAL_KINDS)
        self.fields["body"].queryset = bodies.order_by("pinyin_key")


class FeedbackForm(forms.Form):
    """What the body did."""

    feedback = LongText(label="处理情况", rows=6)
    files = attachments("有关材料")


class MoneyField(forms.DecimalField):
    """A sum in yuan."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "单位：元，最多两位小数。")
        super().__init__(
            max_digits=12, decimal_places=2, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs
        )


class LineForm(forms.Form):
    """A purpose of a year."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    purpose = forms.CharField(label="用途", max_length=60, help_text="如：代表视察调研经费。")
    kinds = forms.ModelMultipleChoiceField(
        label="用于活动类别",
        queryset=ActivityKind.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择这笔经费用于哪些类别的活动。"},
    )
    amount = MoneyField(label="安排金额", min_value=0)
    words = forms.CharField(label="依据", max_length=200, help_text="如：区财政预算批复文号。")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].queryset = ActivityKind.objects.on(on)


class AllotForm(forms.Form):
    """More or less of it."""

    amount = MoneyField(label="增减金额", help_text="单位：元；减少的填负数。")
    words = forms.CharField(label="依据", max_length=200)


class SpendForm(forms.Form):
    """One expense."""

    activity = forms.ModelChoiceField(label="活动", queryset=Activity.objects.none(), empty_label="请选择活动")
    amount = MoneyField(label="支出金额")
    spent_on = DateField(label="支出日期")
    voucher = forms.CharField(label="凭证号", max_length=60)
    words = forms.CharField(label="支出内容", max_length=200)

    def __init__(self, *args: Any, line: BudgetLine, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Of every kind: a wrong purpose is refused with its sentence and not hidden.
        rows = Activity.objects.filter(starts_at__year=line.year).exclude(state=ActivityState.CANCELLED)
        self.fields["activity"].queryset = rows.order_by("-starts_at", "-pk")
