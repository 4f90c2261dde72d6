"""What a deputy fills in when letters become a suggestion."""

from collections.abc import Iterable
from typing import Any

from django import forms

from foundation.web.fields import LongText
from liaison_stations.models import Letter
from suggestions.models import Suggestion


class MakeSuggestionForm(forms.Form):
    """A new draft in the deputy's own words, or one of his running suggestions; further letters to tick."""

    letters = forms.MultipleChoiceField(
        label="一并写入的来信",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="内容相近的排在前面。写入后，每位来信人都能看到这件建议的进展和结果。",
    )
    into = forms.ModelChoiceField(
        label="写入哪件建议",
        queryset=Suggestion.objects.none(),
        required=False,
        empty_label="另起一件新的建议",
        help_text="选择已有的建议时，下面三项不用填写。",
    )
    title = forms.CharField(label="建议标题", max_length=120, required=False, help_text="一般写成“关于……的建议”。")
    facts = LongText(
        label="案由",
        rows=6,
        required=False,
        help_text="用自己的话概括来信反映的情况：在哪里、有什么问题、影响哪些人。不要写来信人的姓名、电话和门牌号。",
    )
    proposals = LongText(label="具体建议", rows=4, required=False, help_text="可以先不写，起草时再补充。")

    def __init__(self, *args: Any, others: Iterable[Letter], papers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letters"].choices = [(str(row.pk), f"{row} {row.title}") for row in others]
        self.fields["into"].queryset = papers
        self.fields["into"].label_from_instance = lambda row: (
            f"{row.number_text or row.get_state_display()} {row.title}"
        )
        if not self.fields["letters"].choices:
            del self.fields["letters"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("into") and not self.errors:
            for name, words in (("title", "请写建议标题，或者选择已有的建议。"), ("facts", "请概括来信反映的情况。")):
                if not cleaned.get(name):
                    self.add_error(name, words)
        return {**cleaned, "letters": [int(key) for key in cleaned.get("letters") or []]}
