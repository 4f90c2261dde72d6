"""Which excellent suggestion a case session talks through."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from suggestions.models import Suggestion


class CaseForm(forms.Form):
    suggestion = forms.ModelChoiceField(
        label="优秀建议",
        queryset=Suggestion.objects.none(),
        empty_label="请选择建议",
        help_text="列出历年评为优秀、还没有选入本次交流的建议。",
    )
    lesson = forms.CharField(label="交流要点", max_length=200, help_text="如：选题怎样来、怎样调研、怎样跟踪落实。")

    def __init__(self, *args: Any, suggestions: QuerySet[Suggestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["suggestion"].queryset = suggestions
