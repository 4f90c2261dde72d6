"""What the office types on the pages of a report."""

from typing import Any

from django import forms

from congress_portal.reports.states import DeputyReportState, ReportKind
from deputies.models import Delegation, Meeting
from deputies.states import Level
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


class OwnReportFilter(forms.Form):
    """Year, name, delegation, level, state. Empty fields narrow nothing; the year is the latest one with reports."""

    year = forms.IntegerField(label="年度", required=False, min_value=2000, max_value=2999, error_messages=YEAR)
    q = forms.CharField(label="姓名", required=False, max_length=40)
    delegation = forms.ModelChoiceField(
        label="代表团", queryset=Delegation.objects.select_related("term"), required=False, empty_label="全部"
    )
    level = forms.ChoiceField(label="层级", choices=[("", "全部"), *Level.choices], required=False)
    state = forms.ChoiceField(label="状态", choices=[("", "全部"), *DeputyReportState.choices], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegation"].queryset = Delegation.objects.filter(term__is_current=True)


LONGEST_WORDS = 3000


class WordsForm(forms.Form):
    """What a deputy adds; nothing of it is required."""

    summary = LongText(
        label="履职小结",
        required=False,
        rows=6,
        max_length=LONGEST_WORDS,
        placeholder="主要做法、提出的意见和取得的成效。",
    )
    problems = LongText(label="存在的不足", required=False, rows=4, max_length=LONGEST_WORDS)
    plan = LongText(label="下一步打算", required=False, rows=4, max_length=LONGEST_WORDS)
    done = forms.BooleanField(
        label="已经写好，提交核对",
        required=False,
        help_text="不勾选的先保存，以后可以接着写；提交后需要修改的，请核对人退回。",
    )


class CheckForm(forms.Form):
    note_text = LongText(label="核对意见", required=False, rows=3, max_length=300)
