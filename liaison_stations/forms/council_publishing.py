"""The look before everybody reads: each text beside its original, and one box ticked by whoever looked."""

from typing import Any

from django import forms

from foundation.privacy.masking import mask_numbers
from foundation.privacy.redaction import RULE, is_redaction
from foundation.web.fields import LongText

LABELS = {
    "title": "标题",
    "text": "意见和建议",
    "answer": "单位答复",
    "outcome": "反馈的结果",
    "topic": "议题",
    "conclusion": "形成的意见",
    "result": "办理结果",
}
SHORT = ("title", "topic")


class CouncilCopyForm(forms.Form):
    """Proposed is the last copy, else the original with its numbers masked; words may only be covered."""

    def __init__(self, *args: Any, originals: dict[str, str], standing: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.originals = {name: words for name, words in originals.items() if words}
        for name, original in self.originals.items():
            proposed = standing.get(name) or mask_numbers(original)
            rows, most = (1, 100) if name in SHORT else (6, None)
            label = f"{LABELS[name]}（公开文本）"
            self.fields[name] = LongText(label=label, initial=proposed, rows=rows, max_length=most, strip=False)
        self.fields["checked"] = forms.BooleanField(
            label="已经核对，没有个人信息和不宜公开的内容", error_messages={"required": "请核对后勾选。"}
        )

    def pairs(self) -> list[tuple[str, forms.BoundField]]:
        """Each original with its field."""
        return [(original, self[name]) for name, original in self.originals.items()]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for name, original in self.originals.items():
            if name in found and not is_redaction(original, found[name]):
                self.add_error(name, RULE)
        found.pop("checked", None)
        return found
