"""The handling plan of a unit: one line for each piece of work."""

from typing import Any

from django import forms

from foundation.web.fields import DateField, LongText


class PlanStepForm(forms.Form):
    """What, who, by when; a line that was left wholly empty does not count."""

    what = forms.CharField(label="工作内容", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    who = forms.CharField(label="责任人", max_length=60)
    due_on = DateField(label="完成时间")


StepSet = forms.formset_factory(PlanStepForm, extra=0, min_num=1, validate_min=True, max_num=20, validate_max=True)


class PlanForm(forms.Form):
    """The plan and its lines; begins with those of the plan it takes the place of."""

    text = LongText(label="办理思路", rows=3, required=False, help_text="总的考虑，可以不填。")

    def __init__(self, *args: Any, former: Any = None, more: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, initial={"text": former.note if former else ""}, **kwargs)
        rows = list(former.steps.values("what", "who", "due_on")) if former else []
        begun: list[dict[str, Any]] = [*rows, *([{}] if more or not rows else [])]
        self.steps = StepSet(self.data if self.is_bound else None, prefix="steps", initial=begun)

    def is_valid(self) -> bool:
        """Both the text and the lines."""
        good = self.steps.is_valid()
        return super().is_valid() and good

    def content(self) -> dict[str, Any]:
        """The plan as the transition takes it."""
        rows = [form.cleaned_data for form in self.steps.forms]
        return {**self.cleaned_data, "steps": [row for row in rows if row]}
