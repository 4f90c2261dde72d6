"""What a co-signer says to the lead before he rates."""

from typing import Any

from django import forms

from foundation.web.fields import Choice, LongText
from suggestions.states import Grade


class CosignerWordForm(forms.Form):
    """Attitude and result apart, nothing preset, as in a rating."""

    attitude = Choice(Grade, label="对办理态度的意见", error_messages={"required": "请对办理态度提出意见。"})
    result = Choice(Grade, label="对办理结果的意见", error_messages={"required": "请对办理结果提出意见。"})
    words = LongText(
        label="说明",
        rows=4,
        required=False,
        max_length=2000,
        help_text="任一项为“不满意”时必填，供领衔代表评价时参考。",
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        grades = (cleaned.get("attitude"), cleaned.get("result"))
        if Grade.DISSATISFIED in grades and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", "不满意的，请说明原因。")
        return cleaned
