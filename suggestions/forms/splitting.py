"""Taking a paper apart: the parts the office proposes, the deputy's answer."""

from typing import Any

from django import forms

from foundation.web.fields import Choice, LongText

MOST_PARTS = 6
BLANK = 3


class PartForm(forms.Form):
    """One matter; a part nobody has begun does not count."""

    title = forms.CharField(label="标题", max_length=120, required=False)
    facts = LongText(label="案由", rows=4, required=False)
    proposals = LongText(label="具体建议", rows=3, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        begun = any((cleaned.get(name) or "").strip() for name in self.fields)
        for name, field in self.fields.items():
            if begun and not self.errors.get(name) and not (cleaned.get(name) or "").strip():
                self.add_error(name, f"请填写{field.label}；不需要这一件的，请清空。")
        return cleaned


PartSet = forms.formset_factory(PartForm, extra=BLANK, max_num=MOST_PARTS)


class SplitForm(forms.Form):
    reason = LongText(label="拆分理由", rows=2, max_length=300, help_text="领衔代表将看到这段文字。")

    def __init__(self, *args: Any, first: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        data = self.data if self.is_bound else None
        self.parts = PartSet(data, prefix="parts", initial=[first] if first else None)

    def is_valid(self) -> bool:
        """The reason, and at least two complete parts."""
        good = self.parts.is_valid()
        if good and len(self.wanted()) < 2:
            self.add_error(None, "请至少填写两件。")
        return super().is_valid() and good

    def wanted(self) -> list[dict[str, str]]:
        """The parts that were filled in."""
        return [form.cleaned_data for form in self.parts if form.cleaned_data.get("title")]


class AnswerSplitForm(forms.Form):
    agree = Choice([("yes", "同意拆分，各件分别编号和答复"), ("no", "不同意拆分，仍按原件办理")], label="您的意见")
    words = LongText(label="理由", rows=3, required=False, help_text="不同意的必填。")

    def clean_agree(self) -> bool:
        return self.cleaned_data["agree"] == "yes"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("agree") is False and not cleaned.get("words"):
            self.add_error("words", "不同意拆分的，请写明理由。")
        return cleaned
