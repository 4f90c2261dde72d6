"""The look before everybody reads, and the reason for taking off."""

from typing import Any

from django import forms

from foundation.privacy.masking import mask_numbers
from foundation.privacy.redaction import RULE, is_redaction
from foundation.web.fields import LongText


class CheckedForm(forms.Form):
    """One box ticked by whoever looked."""

    checked = forms.BooleanField(
        label="已经核对，没有个人信息和不宜公开的内容", error_messages={"required": "请核对后勾选。"}
    )

    field_order: list[str] | None = None

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        found.pop("checked", None)
        return found


class TakeOffForm(forms.Form):
    reason = LongText(label="撤下理由", rows=2, max_length=200)


class PublishPointForm(CheckedForm):
    how_to = LongText(
        label="怎样提意见",
        rows=3,
        max_length=300,
        help_text="写明时间、方式和办公电话，如“工作日9:00—17:00到社区党群服务中心一楼，或者拨打办公电话”。",
    )
    field_order = ["how_to", "checked"]


class PublishDraftForm(CheckedForm):
    """What became of it is asked once it is known; proposed are the words told to the points."""

    public_result = LongText(
        label="公布的采纳情况",
        rows=6,
        help_text="意见的条数由系统统计。请用自己的话写明采纳了什么、没有采纳的为什么，不写提意见的人。",
    )
    field_order = ["public_result", "checked"]

    def __init__(self, *args: Any, result: str, standing: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if result:
            self.fields["public_result"].initial = standing or mask_numbers(result)
        else:
            del self.fields["public_result"]


class CopyForm(CheckedForm):
    """Proposed is the last copy, else the original with its numbers masked; words may only be covered.

    `texts` gives each text's label, original and last copy.
    """

    def __init__(self, *args: Any, texts: dict[str, tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.originals = {name: original for name, (_, original, _) in texts.items() if original}
        for name, original in self.originals.items():
            label, _, standing = texts[name]
            proposed = standing or mask_numbers(original)
            self.fields[name] = LongText(label=f"{label}（公开文本）", initial=proposed, rows=6, strip=False)

    def pairs(self) -> list[tuple[str, forms.BoundField]]:
        """Each original with its field."""
        return [(original, self[name]) for name, original in self.originals.items()]

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        for name, original in self.originals.items():
            if name in found and not is_redaction(original, found[name]):
                self.add_error(name, RULE)
        return found
