"""What office, committees and units type about awards and yearly reports."""

from datetime import date
from typing import Any

from django import forms

from deputies.models import Meeting
from foundation.accounts.models import Organisation
from foundation.accounts.roles import Role
from foundation.documents.figures import Sheet
from foundation.files.forms import UploadField
from foundation.web.fields import Choice, DateField, LongText
from suggestions.forms.common import handling_units
from suggestions.forms.ledger import years_back
from suggestions.rules import relations
from suggestions.states import AppraisedKind, Assessment, MarkDimension

CHOOSE = {"required": "请选择。"}


class MeetingField(forms.ModelChoiceField):
    """A meeting of the portal's own congress, the latest first."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {"required": "请选择会议。"}
        super().__init__(queryset=Meeting.objects.none(), empty_label="请选择会议", error_messages=errors, **kwargs)

    def fill(self) -> None:
        """The meetings as they are now."""
        home = Meeting.objects.filter(term__congress__is_home=True).select_related("term")
        self.queryset = home.order_by("-term__number", "kind", "-number")


class OpenAppraisalForm(forms.Form):
    kind = Choice(AppraisedKind.choices, label="评选", error_messages=CHOOSE)
    year = forms.TypedChoiceField(label="年度", coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years_back()


class DecideAwardsForm(forms.Form):
    """Which rows a meeting chose, in the order of their places."""

    chosen = forms.MultipleChoiceField(
        label="评选结果",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择评选结果。", "invalid_choice": "请从名单中选择。"},
    )
    meeting = MeetingField(label="决定的会议")
    decided_on = DateField(label="决定日期", error_messages={"required": "请填写决定日期。", "invalid": "请填写日期。"})

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].fill()
        ranked = [row for row in sheet.rows if sheet.cell(row.key, "place").value is not None]
        self.fields["chosen"].choices = [(row.key, _named(sheet, row)) for row in ranked]


def _named(sheet: Sheet, row: Any) -> str:
    place, total = sheet.cell(row.key, "place").value, sheet.cell(row.key, "total").value
    return f"第{place}名 {row.label}（{total}分）"


class MarkForm(forms.Form):
    dimension = Choice(MarkDimension.choices, label="评分方面", error_messages=CHOOSE)
    score = forms.DecimalField(
        label="评分",
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        error_messages={
            "required": "请填写评分。",
            "invalid": "请填写数字。",
            "min_value": "评分应在0至100之间。",
            "max_value": "评分应在0至100之间。",
            "max_decimal_places": "最多保留两位小数。",
        },
        help_text="0至100，可带两位小数。",
    )
    basis = forms.CharField(
        label="依据",
        max_length=300,
        error_messages={"required": "请写明评分依据。"},
        help_text="质量评分写评审组或者评审意见；公众反馈写调查名称、样本数。",
    )


class HandInForm(forms.Form):
    """A unit's own report; a clerk names the unit, everybody else hands in for his own."""

    organisation = forms.ModelChoiceField(
        label="报告单位", queryset=Organisation.objects.none(), empty_label="请选择单位", error_messages=CHOOSE
    )
    year = forms.TypedChoiceField(label="年度", coerce=int)
    title = forms.CharField(label="标题", max_length=120, error_messages={"required": "请填写标题。"})
    dated_on = DateField(label="成文日期", error_messages={"required": "请填写成文日期。", "invalid": "请填写日期。"})
    summary = LongText(label="摘要", required=False)
    file = UploadField(label="报告文件", accept=("pdf", "docx", "doc"), help_text="PDF 或者 Word 文件。")

    def __init__(self, *args: Any, user: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years_back()
        units = handling_units()
        if not user.has_role(Role.CLERK, on=on):
            units = units.filter(pk__in=user.organisations(*relations.UNIT, Role.GOVERNMENT_OFFICE, on=on))
        self.fields["organisation"].queryset = units
        self.fields["organisation"].initial = units.first() if units.count() == 1 else None


class HearForm(forms.Form):
    meeting = MeetingField(label="听取的会议")
    heard_on = DateField(label="听取日期", error_messages={"required": "请填写听取日期。", "invalid": "请填写日期。"})
    assessment = Choice(Assessment.choices, label="测评结果", error_messages=CHOOSE)
    opinion = LongText(label="审议意见", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].fill()
