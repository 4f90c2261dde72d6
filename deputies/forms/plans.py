"""What is filled in about a yearly plan."""

from datetime import date
from typing import Any

from django import forms

from deputies.forms.activities import holders
from deputies.models import ActivityKind, DeputyGroup, Meeting, MeetingKind
from foundation.accounts.models import Organisation
from foundation.web.fields import DateField, LongText


class PlanOfYearForm(forms.Form):
    """A new plan."""

    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    holder = forms.ChoiceField(label="单位或者代表小组")
    title = forms.CharField(label="计划名称", max_length=100)
    intro = LongText(label="总体要求", required=False, rows=4)

    def __init__(self, *args: Any, user: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"].choices = holders(user, on)

    def clean(self) -> dict[str, Any]:
        """The holder as `organiser` or `group`."""
        super().clean()
        cleaned = self.cleaned_data
        chosen = cleaned.pop("holder", "")
        cleaned["organiser"] = Organisation.objects.get(pk=chosen[1:]) if chosen.startswith("o") else None
        cleaned["group"] = DeputyGroup.objects.get(pk=chosen[1:]) if chosen.startswith("g") else None
        return cleaned


class ItemForm(forms.Form):
    """One line."""

    month = forms.TypedChoiceField(label="月份", coerce=int, choices=[(n, f"{n}月") for n in range(1, 13)])
    kind = forms.ModelChoiceField(label="活动类别", queryset=ActivityKind.objects.none(), empty_label="请选择类别")
    title = forms.CharField(label="活动内容", max_length=120)
    participants = forms.CharField(label="参加人员", max_length=100, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = ActivityKind.objects.on(on)


class AdoptForm(forms.Form):
    """Who adopted it, and when."""

    adopted_on = DateField(label="通过日期")
    meeting = forms.ModelChoiceField(
        label="通过的会议",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="不经会议（代表小组、乡镇自行通过）",
        help_text="常委会的年度计划由主任会议通过；会议不在列表中的，请先在后台登记。",
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = Meeting.objects.filter(kind=MeetingKind.COUNCIL, opens_on__lte=on)
        self.fields["meeting"].queryset = held.order_by("-opens_on", "-number")
