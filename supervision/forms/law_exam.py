"""The paper as its nominee sees it: one field for each question."""

from collections.abc import Sequence
from typing import Any

from django import forms

from supervision.models import ExamItem
from supervision.states.appointments import QuestionKind


class PaperForm(forms.Form):
    """Nothing has to be answered: what is left blank counts nothing."""

    def __init__(self, *args: Any, items: Sequence[ExamItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[f"q{item.order}"] = _field(item)

    def answers(self) -> dict[int, str]:
        """Order → letters."""
        return {item.order: "".join(self.cleaned_data.get(f"q{item.order}") or "") for item in self.items}


def _field(item: ExamItem) -> forms.Field:
    several = item.kind == QuestionKind.MULTIPLE
    facts: dict[str, Any] = {
        "label": f"{item.order}.（{item.get_kind_display()}，{item.points}分）{item.text}",
        "choices": item.choices,
        "required": False,
        "initial": list(item.answer) if several else item.answer,
    }
    if several:
        return forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, **facts)
    return forms.ChoiceField(widget=forms.RadioSelect, **facts)
