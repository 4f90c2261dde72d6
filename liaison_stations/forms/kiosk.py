"""What a visitor fills in at the touch screen of a public hall."""

from typing import Any

from django import forms

from foundation.privacy.masking import mask_numbers
from foundation.web.fields import Choice, LongText
from liaison_stations.states.letter import LetterKind, MailboxCode

# Large keys: what most letters are about, in the words of liaison_stations.grouping, and how people say it.
MATTERS = (
    "路灯照明", "道路破损", "道路积水", "交通拥堵", "停车", "公交", "垃圾清运", "噪声",
    "物业管理", "电梯故障", "自来水", "供电", "供暖", "就医", "养老助餐", "幼儿入园",
)  # fmt: skip
OTHER = "其他事情"
PHRASES = (
    "已经坏了很久，没有人来修。", "晚上很不安全。", "影响大家休息。", "给老人和孩子带来不便。", "多次反映没有解决。",
    "希望尽快修好。", "希望派人到现场看看。", "希望增加设施。", "希望加强管理。", "请问应该找哪个部门？",
)  # fmt: skip


def _asked(sentence: str) -> dict[str, str]:
    return {"required": sentence, "invalid_choice": sentence}


class KioskForm(forms.Form):
    """A letter in three touches; the text may be put together of phrases. Telephone only for whoever wants a call."""

    matter = Choice(
        [(name, name) for name in (*MATTERS, OTHER)], label="反映什么事", error_messages=_asked("请选择反映什么事。")
    )
    place = forms.CharField(
        label="在什么地方",
        max_length=60,
        help_text="如：人民路农贸市场门口、桥头村二组。",
        error_messages=_asked("请写明在什么地方。"),
    )
    text = LongText(label="具体情况", rows=5, error_messages=_asked("请说明具体情况。"))
    kind = Choice(
        LetterKind.choices, label="属于哪一类", initial=LetterKind.OPINION, error_messages=_asked("请选择一类。")
    )
    phone = forms.CharField(label="联系电话（可以不留）", max_length=20, required=False)
    agree = forms.BooleanField(label="同意", error_messages=_asked("请先阅读告知内容，同意后再提交。"))

    def __init__(self, *args: Any, amounts: dict[str, int], consents: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.amounts = amounts
        if "letter" in consents:
            self.fields["agree"].label = consents["letter"].ask
        self.fields["phone"].widget.attrs |= {"inputmode": "tel", "autocomplete": "off"}

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        most = self.amounts.get(MailboxCode.TEXT_MOST, 0)
        if most and len(text) > most:
            raise forms.ValidationError(f"最多{most}字，请精简。")
        return text

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"].strip()
        if phone and mask_numbers(phone) == phone:
            raise forms.ValidationError("请核对电话号码；也可以不留。")
        return phone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        helped = cleaned.get("kind") == LetterKind.HELP and self.amounts.get(MailboxCode.CONTACT_HELP)
        if (helped or self.amounts.get(MailboxCode.CONTACT)) and not cleaned.get("phone") and "phone" in cleaned:
            self.add_error("phone", "这类来信需要联系您，请留下电话。")
        return cleaned

    def words(self) -> dict[str, str]:
        """Title and text of the letter."""
        cleaned = self.cleaned_data
        matter = "" if cleaned["matter"] == OTHER else cleaned["matter"]
        title = f"{cleaned['place']}{matter or cleaned['text'][:20]}"[:60]
        return {"title": title, "text": f"{cleaned['place']}，{matter or '情况如下'}：{cleaned['text']}"}
