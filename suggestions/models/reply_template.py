import re
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from deputies.models.dated import Dated
from deputies.querysets import DatedQuerySet

# What the portal fills in itself, by its Chinese name in the text.
PLACEHOLDERS = ("代表姓名", "建议标题", "建议编号", "会议", "承办单位", "交办日期", "会办单位")
# What a person has to fill in before the reply can be signed: 【完成时间】.
BLANK = re.compile(r"【[^【】\n]{0,40}】")


def check_text(text: str) -> None:
    """Known placeholders only, every bracket closed (F85)."""
    unknown = [name for name in re.findall(r"{([^{}]*)}", text) if name not in PLACEHOLDERS]
    if unknown:
        names = "、".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise ValidationError(f"不认识的占位符{{{unknown[0]}}}。可以使用：{names}。")
    rest = re.sub(r"{[^{}]*}", "", text)
    if "{" in rest or "}" in rest:
        raise ValidationError("有没有配对的花括号，请核对占位符的写法，如{代表姓名}。")
    rest = BLANK.sub("", text)
    if "【" in rest or "】" in rest:
        raise ValidationError("有没有配对的【】，请核对待填写的空的写法，如【完成时间】。")


def blanks_in(*texts: str) -> list[str]:
    """The blanks of a template that nobody has filled in yet, in their order, each once."""
    return list(dict.fromkeys(blank for text in texts for blank in BLANK.findall(text)))


class ReplyTemplateQuerySet(DatedQuerySet):
    def offered(self, *, category: Any, unit: Any, on: date) -> Self:
        """What suits a paper of this category in this unit on `on`; the most particular first."""
        suits = Q(category=None) | Q(category=category)
        rows = self.on(on).filter(suits & (Q(unit=None) | Q(unit=unit)))
        return rows.order_by(
            models.F("unit").asc(nulls_last=True), models.F("category").asc(nulls_last=True), "class_code", "order"
        )


class ReplyTemplate(Dated):
    """A text to begin a reply with, by category and class of result (F28)."""

    name = models.CharField("名称", max_length=60)
    category = models.ForeignKey(
        "suggestions.Category",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="建议类别（空为各类）",
    )
    class_code = models.CharField("办理结果类别", max_length=4, blank=True, help_text="如 A；留空适用于各类结果。")
    unit = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="承办单位（空为各单位）",
    )
    text = models.TextField(
        "正文",
        validators=[check_text],
        help_text="{代表姓名}{建议标题}{建议编号}{会议}{承办单位}{交办日期}{会办单位}由系统填入；"
        "【完成时间】这样的空由承办单位填写，未填完不能签发。",
    )
    order = models.PositiveSmallIntegerField("排序", default=100)

    objects = ReplyTemplateQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "答复模板"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "valid_from"], name="reply_template_once", violation_error_message="已有同名模板。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.class_code}类）" if self.class_code else self.name

    def fill(self, facts: dict[str, str]) -> str:
        """The text with every placeholder replaced; what is in `facts` is never read as a placeholder itself."""
        return re.sub(r"{([^{}]*)}", lambda found: facts.get(found[1], found[0]), self.text)
