"""The form behind 录入年度安排: what is pasted is read and judged before it can be loaded."""

from typing import Any

from django import forms

from foundation.workdays.clock import today
from foundation.workdays.days import Special
from foundation.workdays.loading import missing_years, notice_title
from foundation.workdays.plausible import problems
from foundation.workdays.reading import read_arrangement

LONGEST_TEXT = 20_000


class LoadYearForm(forms.Form):
    """Year, title and text of the notice; once valid, `days` holds the year's named days."""

    year = forms.IntegerField(
        label="年份",
        min_value=2000,
        max_value=2200,
        error_messages={"required": "请填写年份。", "invalid": "年份应为四位数字。"},
    )
    notice = forms.CharField(
        label="依据文件", max_length=200, required=False, help_text="留空时填为国务院办公厅的通知标题。"
    )
    text = forms.CharField(
        label="通知全文或逐日清单",
        max_length=LONGEST_TEXT,
        help_text="直接粘贴国务院办公厅通知全文；或每行一天：2027-01-01,休,元旦，调休上班写“班”。",
        widget=forms.Textarea(attrs={"rows": 14, "cols": 90}),
        error_messages={"required": "请粘贴通知全文或逐日清单。"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.days: list[Special] = []
        self.fields["year"].initial = next(iter(missing_years(today())), today().year + 1)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        year, text = cleaned.get("year"), cleaned.get("text")
        if year and text:
            reading = read_arrangement(text, year)
            self.days = reading.days
            for problem in reading.problems or problems(year, reading.days):
                self.add_error("text", problem)
        if year and not cleaned.get("notice"):
            cleaned["notice"] = notice_title(year)
        return cleaned
