"""Forms of the clocks."""

from datetime import date
from typing import Any

from django import forms

from foundation.deadlines.models import TimeLimit
from foundation.deadlines.units import Unit

COLOURS = [("", "全部"), ("red", "红灯（已逾期）"), ("orange", "橙灯"), ("yellow", "黄灯"), ("green", "绿灯")]


class ClockFilter(forms.Form):
    """Narrows one's clocks to a light."""

    colour = forms.ChoiceField(
        label="状态", choices=COLOURS, required=False, error_messages={"invalid_choice": "请从列出的状态中选择。"}
    )


class LimitChoice(forms.ModelChoiceField):
    """One of the limits in force, by its name and amount."""

    def label_from_instance(self, obj: TimeLimit) -> str:
        return f"{obj.name}（现行{obj.amount}{obj.get_unit_display()}）"


class TrialForm(forms.Form):
    """Which limit, which amount, over which days. An amount the law does not allow is refused here already."""

    limit = LimitChoice(label="期限", queryset=TimeLimit.objects.none(), empty_label="请选择")
    amount = forms.IntegerField(label="改为", min_value=1, max_value=365, help_text="单位与现行期限相同。")
    since = forms.DateField(label="起算日从", widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label="到", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        rows = TimeLimit.objects.valid_on(on).exclude(unit=Unit.DATE)
        self.fields["limit"].queryset = rows.order_by("key", "-valid_from").distinct("key")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        limit, amount, since = (cleaned.get(name) for name in ("limit", "amount", "since"))
        cleaned["until"] = cleaned.get("until") or self.on
        if since and since > cleaned["until"]:
            self.add_error("since", "起始日期不能晚于截止日期。")
        if limit and amount and not limit.allows(amount):
            self.add_error("amount", "法定期限不得延长（代表法第五十一条），请填写更短的期限。")
        return cleaned
