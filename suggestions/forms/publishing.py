"""The check before the public reads a paper: each text beside its original, each point ticked by a person."""

from collections.abc import Sequence
from typing import Any

from django import forms

from foundation.privacy.redaction import RULE, is_redaction
from suggestions.forms.common import LongText
from suggestions.forms.office import PublishForm
from suggestions.models import OpenText
from suggestions.states import CheckPoint

HINTS = {
    CheckPoint.TITLE: "没有电话、证件号码和群众姓名，能够看懂。",
    CheckPoint.BODY: "逐段核对，个人情况、单位内部情况已经遮盖。",
    CheckPoint.REPLY: "单位标明可以公开的答复已逐条核对；没有答复的也请确认。",
    CheckPoint.FILE_NAME: "附件名称中没有姓名和号码；没有附件的也请确认。",
    CheckPoint.METADATA: "附件属性中没有作者、单位和拍摄地点；没有附件的也请确认。",
    CheckPoint.SNIPPET: "列表、搜索只显示和查找公开文本，与下方所列一致。",
    CheckPoint.FEED: "订阅只送出标题、领衔代表、承办单位和状态，与下方所列一致。",
    CheckPoint.EXPORT: "开放数据与公开页面文字相同，下载后不能收回。",
    CheckPoint.MAIL: "通知和信函仍用原文，只送代表和承办单位。",
}
PREFIX = "text-"


class Covered(LongText):
    """The public wording of one text; only covering is allowed."""

    def __init__(self, text: OpenText) -> None:
        super().__init__(
            label=text.label,
            initial=text.proposed,
            required=False,
            strip=False,
            rows=min(12, max(2, len(text.original) // 40 + text.original.count("\n") + 1)),
        )
        self.text = text

    def clean(self, value: Any) -> str:
        words = super().clean(value)
        if not is_redaction(self.text.original, words):
            raise forms.ValidationError(RULE, code="rewritten")
        return words


class CopyForm(PublishForm):
    """`words` (key → text) and `checked` (the points) besides the note; nothing is ticked beforehand."""

    def __init__(self, *args: Any, texts: Sequence[OpenText], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = texts
        for text in texts:
            self.fields[f"{PREFIX}{text.key}"] = Covered(text)
        for point in CheckPoint:
            self.fields[f"check-{point.value}"] = forms.BooleanField(
                label=point.label, help_text=HINTS[point], error_messages={"required": "请核对后勾选。"}
            )

    def pairs(self) -> list[tuple[OpenText, forms.BoundField]]:
        """Each text with its field."""
        return [(text, self[f"{PREFIX}{text.key}"]) for text in self.texts]

    def checks(self) -> list[forms.BoundField]:
        return [self[f"check-{point.value}"] for point in CheckPoint]

    def clean(self) -> dict[str, Any]:
        super().clean()
        found = self.cleaned_data
        words = {text.key: found.pop(f"{PREFIX}{text.key}", text.proposed) for text in self.texts}
        checked = [point for point in CheckPoint if found.pop(f"check-{point.value}", False)]
        return {"secrecy_note": found.get("secrecy_note", ""), "words": words, "checked": checked}
