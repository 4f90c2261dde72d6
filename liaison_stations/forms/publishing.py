"""The check before everybody reads a letter: each text beside its original, each point ticked by a person."""

from typing import Any

from django import forms

from foundation.privacy.masking import mask_numbers
from foundation.privacy.redaction import RULE, is_redaction
from foundation.web.fields import LongText
from liaison_stations.states.handling import LetterCheck

LABELS = {"title": "标题（公开文本）", "text": "来信内容（公开文本）", "answer": "答复（公开文本）"}
CHECK = "check-"


class CopyForm(forms.Form):
    """Proposed is the last copy, else the original with its numbers masked; words may only be covered."""

    def __init__(self, *args: Any, originals: dict[str, str], standing: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.originals = originals
        for name, original in originals.items():
            proposed = standing.get(name) or mask_numbers(original)
            rows = 1 if name == "title" else 8
            self.fields[name] = LongText(label=LABELS[name], initial=proposed, rows=rows, strip=False)
        for point in LetterCheck:
            self.fields[f"{CHECK}{point}"] = forms.BooleanField(
                label=point.label, error_messages={"required": "请核对后勾选。"}
            )

    def pairs(self) -> list[tuple[str, forms.BoundField]]:
        """Each original with its field."""
        return [(original, self[name]) for name, original in self.originals.items()]

    def checks(self) -> list[forms.BoundField]:
        return [self[f"{CHECK}{point}"] for point in LetterCheck]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for name, original in self.originals.items():
            if name in found and not is_redaction(original, found[name]):
                self.add_error(name, RULE)
        checked = [point for point in LetterCheck if found.pop(f"{CHECK}{point}", False)]
        return {**found, "checked": checked}


class UnpublishForm(forms.Form):
    reason = LongText(label="撤下理由", rows=2, max_length=200)
