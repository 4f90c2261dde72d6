"""What the office types on the pages of a report."""

from typing import Any

from django import forms

from congress_portal.reports.states import ReportKind
from deputies.models import Meeting
from foundation.web.fields import DateField, LongText
from foundation.workdays.clock import today

YEAR = {"required": "请填写年度。", "invalid": "请填写四位数年份，如2026。", "min_value": "请填写2000年以后的年份。"}


class AskForm(forms.Form):
    """The year, and other days than the calendar year's where the office counts from session to session."""

    kind = forms.ChoiceField(label="报告", choices=ReportKind.choices)
    year = forms.IntegerField(
        label="年度",
        min_value=2000,
        error_messages=YEAR,
    )
    first_on = DateField(label="统计期起", required=False, help_text="留空为该年1月1日；按届次会议统计的填会议开幕日。")
    last_on = DateField(label="统计期止", required=False, help_text="留空为该年12月31日。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = today().year


class ConfirmForm(forms.Form):
    note_text = LongText(label="审定意见", required=False, rows=3)


class ReasonForm(forms.Form):
    reason = LongText(label="理由", error_messages={"required": "请写明理由。"})


class FreezeForm(forms.Form):
    meeting = forms.ModelChoiceField(
        label="通过的会议",
        queryset=Meeting.objects.none(),
        empty_label="请选择会议",
        error_messages={"required": "请选择通过报告的会议。"},
        help_text="名单中没有的会议，请先在后台“会议”中登记。",
    )
    adopted_on = DateField(label="通过日期", error_messages={"required": "请填写通过日期。", "invalid": "请填写日期。"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        home = Meeting.objects.filter(term__congress__is_home=True).select_related("term")
        self.fields["meeting"].queryset = home.order_by("-term__number", "kind", "-number")
