"""The check before the public reads a paper: each text beside its original, each point ticked by a person."""

from collections.abc import Sequence
from typing import Any

from django import forms

from foundation.files.models import StoredFile
from foundation.privacy.redaction import RULE, is_redaction
from foundation.web.fields import LongText
from suggestions.forms.office import PublishForm
from suggestions.models import OpenText
from suggestions.states import CheckPoint

HINTS = {
    CheckPoint.TITLE: "没有电话、证件号码和群众姓名，能够看懂。",
    CheckPoint.BODY: "逐段核对，个人情况、单位内部情况已经遮盖。",
    CheckPoint.REPLY: "单位标明可以公开的答复已逐条核对；没有答复的也请确认。",
    CheckPoint.FILE_NAME: "公开的图片已改名，原名不出现；没有附件的也请确认。",
    CheckPoint.METADATA: "只公开图片，上传时已去除拍摄信息；文档附件不公开。没有附件的也请确认。",
    CheckPoint.SNIPPET: "列表、搜索只显示和查找公开文本，与上方所列一致。",
    CheckPoint.FEED: "订阅只送出标题、领衔代表、承办单位和状态，与上方所列一致。",
    CheckPoint.EXPORT: "开放数据与公开页面文字相同，下载后不能收回。",
    CheckPoint.MAIL: "通知和信函仍用原文，只送代表和承办单位。",
}
PREFIX = "text-"


class Covered(LongText):
    """The public wording of one text; only covering is allowed."""

    def __init__(self, text: OpenText) -> None:
        super().__init__(
            label=f"{text.label}（公开文本）",
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
    """`words` (key → text), `pictures` (keys) and `checked` (the points) besides the note.

    No point is ticked beforehand; `shown` are the pictures the last version of the copy had.
    """

    pictures = forms.MultipleChoiceField(
        label="公开的图片",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="逐张看过再勾选：没有人脸、车牌、门牌、签名和号码。公开时改名为“附件1”等，不带原名和拍摄信息。",
        error_messages={"invalid_choice": "所选图片已有变化，请刷新后重新选择。"},
    )

    def __init__(
        self, *args: Any, texts: Sequence[OpenText], pictures: Sequence[StoredFile], shown: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.texts = texts
        if pictures:
            self.fields["pictures"].choices = [(str(file.pk), file.name) for file in pictures]
            self.fields["pictures"].initial = shown
        else:
            del self.fields["pictures"]
        for text in texts:
            self.fields[f"{PREFIX}{text.key}"] = Covered(text)
        for point in CheckPoint:
            self.fields[f"check-{point.value}"] = forms.BooleanField(
                label=point.label, help_text=HINTS[point], error_messages={"required": "请核对后勾选。"}
            )

    def sections(self) -> dict[str, list[tuple[OpenText, forms.BoundField]]]:
        """Paper by paper, each text with its field."""
        found: dict[str, list] = {}
        for text in self.texts:
            found.setdefault(text.section, []).append((text, self[f"{PREFIX}{text.key}"]))
        return found

    def checks(self) -> list[forms.BoundField]:
        return [self[f"check-{point.value}"] for point in CheckPoint]

    def clean(self) -> dict[str, Any]:
        super().clean()
        found = self.cleaned_data
        words = {text.key: found.pop(f"{PREFIX}{text.key}", text.proposed) for text in self.texts}
        checked = [point for point in CheckPoint if found.pop(f"check-{point.value}", False)]
        rest = {"secrecy_note": found.get("secrecy_note", ""), "pictures": found.get("pictures", [])}
        return {**rest, "words": words, "checked": checked}
