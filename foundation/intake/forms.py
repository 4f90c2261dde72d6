"""What is asked to try other rate limits."""

from datetime import date, timedelta
from typing import Any

from django import forms

from foundation.intake.models import IntakeLimit
from foundation.web.fields import Choice
from foundation.workdays.clock import today

YESTERDAY, TODAY = "yesterday", "today"


class LimitChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: IntakeLimit) -> str:
        return f"{obj.name}（现行{obj.window_minutes}分钟{obj.free}次）"


class RateTrialForm(forms.Form):
    """Which kind of form, which day, which numbers."""

    limit = LimitChoice(label="表单", queryset=IntakeLimit.objects.none(), empty_label="请选择")
    day = Choice(((YESTERDAY, "昨天"), (TODAY, "今天到现在")), label="用哪一天的来件", initial=YESTERDAY)
    window_minutes = forms.IntegerField(
        label="统计时长（分钟）", min_value=1, max_value=1440, required=False, help_text="不填的，与现行相同。"
    )
    free = forms.IntegerField(label="正常次数", min_value=0, max_value=10_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = IntakeLimit.objects.filter(valid_from__lte=today()).order_by("key", "-valid_from", "-pk").distinct("key")
        # A row without work and without waiting slows nobody.
        slowing = [row.pk for row in rows if row.most_work or row.most_wait]
        self.fields["limit"].queryset = IntakeLimit.objects.filter(pk__in=slowing).order_by("name")

    @property
    def chosen_day(self) -> date:
        """The day asked for. Read once the form was cleaned."""
        return today() - timedelta(days=self.cleaned_data["day"] == YESTERDAY)
