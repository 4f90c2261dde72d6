"""The monthly consultation: what the office writes down."""

from typing import Any

from django import forms

from foundation.accounts.models import Organisation, User
from foundation.accounts.people import people_with
from foundation.accounts.roles import HANDLING_KINDS, LEADERS, LOCAL_KINDS
from foundation.web.fields import Choice, DateField, LongText
from liaison_stations.models import Letter
from liaison_stations.states.consultation import Decision


class PlanForm(forms.Form):
    held_on = DateField(label="研判日期")
    place = forms.CharField(label="地点", max_length=100, required=False)


class PlanNewForm(PlanForm):
    """The same, and the letters that are put on the agenda."""

    letters = forms.ModelMultipleChoiceField(
        label="列入议题的来信", queryset=Letter.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, letters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letters"].queryset = letters


class ItemForm(forms.Form):
    """A letter that is under way, or another matter."""

    letter = forms.ModelChoiceField(
        label="来信", queryset=Letter.objects.none(), required=False, empty_label="不是来信，另写议题"
    )
    topic = forms.CharField(
        label="议题", max_length=100, required=False, help_text="选择了来信的可以不填；不要写群众的姓名和电话。"
    )

    def __init__(self, *args: Any, letters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"].queryset = letters


class HoldForm(forms.Form):
    chair = forms.ModelChoiceField(label="主持人", queryset=User.objects.none(), empty_label="请选择主持人")
    attendees = LongText(label="参加人员", rows=3, help_text="代表、各工作机构和有关单位的负责人。")

    def __init__(self, *args: Any, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chair"].queryset = people_with(LEADERS, on=on).order_by("pinyin_key", "pk")


class DecisionForm(forms.Form):
    decision = Choice(Decision.choices, label="研判意见")
    words = LongText(label="具体要求", rows=3, help_text="会写入纪要；不要写群众的姓名和电话。")
    unit = forms.ModelChoiceField(
        label="落实单位", queryset=Organisation.objects.none(), required=False, empty_label="代表联络工作机构"
    )
    due_on = DateField(label="完成期限", required=False, help_text="需要落实的必填。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organisation.objects.active().of_kind(*HANDLING_KINDS, *LOCAL_KINDS)
        self.fields["unit"].queryset = bodies.order_by("pinyin_key", "pk")


class SettleForm(forms.Form):
    outcome = LongText(label="落实结果", rows=4)
