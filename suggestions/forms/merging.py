"""Which papers are handled together."""

import re
from typing import Any

from django import forms
from rapidfuzz import fuzz

from foundation.search.text import normalise
from foundation.web.fields import LongText
from suggestions.models import Suggestion

SHOWN = 20
_NUMBERS = re.compile(r"[、，,；;\s]+")
_FRAME = re.compile(r"^关于|的(建议|意见|批评)$")


class MergeForm(forms.Form):
    """The papers most like this one to tick, and a line for the numbers of others."""

    members = forms.MultipleChoiceField(
        label="并入本件的建议",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="按标题相近程度排列，只列已立案、尚未交办的建议。",
    )
    numbers = forms.CharField(
        label="其他建议的编号", required=False, max_length=200, help_text="多个编号用顿号隔开，如“第028号、第031号”。"
    )
    reason = LongText(label="并案理由", rows=3, max_length=300, help_text="各件的领衔代表和联名代表将看到这段文字。")

    def __init__(self, *args: Any, main: Suggestion, candidates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = by_likeness(main.title, candidates.values_list("pk", "number", "number_text", "title"))
        shown = [(str(pk), f"{text} {title}") for pk, _, text, title in self.candidates]
        self.fields["members"].choices = shown[:SHOWN]

    def clean_numbers(self) -> list[int]:
        """Keys of the papers whose numbers were typed."""
        return [self._key_of(word) for word in _NUMBERS.split(self.cleaned_data["numbers"]) if word]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        found = {int(key) for key in cleaned.get("members") or []} | set(cleaned.pop("numbers", None) or [])
        if not found and not self.errors:
            self.add_error("members", "请至少选择一件，或者填写编号。")
        return {**cleaned, "members": sorted(found)}

    def _key_of(self, word: str) -> int:
        found = [pk for pk, number, text, _ in self.candidates if word == text or word == str(number)]
        if len(found) == 1:
            return found[0]
        known = "不止一件，请写全编号" if found else "不在已立案、尚未交办的建议中"
        raise forms.ValidationError(f"“{word}”{known}。")


class EndMergeForm(forms.Form):
    reason = LongText(label="解除并案的理由", rows=3, max_length=300)


def by_likeness(title: str, rows: Any) -> list[Any]:
    """(key, number, number as written, title) rows, the titles most like `title` first."""
    core = _core(title)
    return sorted(rows, key=lambda row: (-fuzz.partial_ratio(core, _core(row[3])), -fuzz.ratio(core, row[3]), row[0]))


def _core(title: str) -> str:
    return _FRAME.sub("", normalise(title))
