import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from deputies.models.dated import Dated
from deputies.querysets import DatedQuerySet
from foundation.documents.writing import HeadStyle
from suggestions.states import PaperUse

PLACES = ("年", "号")
STYLES = [(HeadStyle.LETTER, "信函格式"), (HeadStyle.FILE, "文件格式")]


def check_pattern(pattern: str) -> None:
    """A pattern names year and number once each: "示交函〔{年}〕{号}号"."""
    named = re.findall(r"{(.*?)}", pattern)
    if sorted(named) != sorted(PLACES) or pattern.count("{") != 2 or pattern.count("}") != 2:
        raise ValidationError("文号写法须各有一处{年}和{号}，例如“示交函〔{年}〕{号}号”。")


class DocumentHeadQuerySet(DatedQuerySet):
    def of(self, organisation: Any, use: str, on: date) -> "DocumentHead | None":
        """The head this body uses for such papers on `on`; None where it numbers them by hand."""
        return self.latest_on(on, organisation=organisation, use=use)


class DocumentHead(Dated):
    """The issuing body's mark and the pattern of its numbers (发文机关标志、发文字号), for one kind of paper."""

    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="document_heads", verbose_name="发文单位"
    )
    use = models.CharField("用于", max_length=12, choices=PaperUse)
    style = models.CharField("格式", max_length=10, choices=STYLES, default=HeadStyle.LETTER)
    mark = models.CharField("发文机关标志", max_length=60, blank=True, help_text="留空时用单位全称。")
    pattern = models.CharField(
        "文号写法",
        max_length=60,
        validators=[check_pattern],
        help_text="{年}换成四位年份，{号}换成顺序号，例如“示交函〔{年}〕{号}号”；每年从1号起。",
    )

    objects = DocumentHeadQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "公文版头和文号"
        ordering = ["organisation", "use", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "use", "valid_from"],
                name="document_head_once",
                violation_error_message="这个单位、用途和生效日期已有版头。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}{self.get_use_display()}"

    def write(self, year: int, number: int) -> str:
        """The number as it stands on the paper: no leading zeros, no 第 (GB/T 9704-2012, 7.2.5)."""
        return self.pattern.replace("{年}", str(year)).replace("{号}", str(number))


class DocumentSeries(models.Model):
    """The last number a body gave out for one kind of paper in one year; locked while the next is taken."""

    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="发文单位"
    )
    use = models.CharField("用于", max_length=12, choices=PaperUse)
    year = models.PositiveSmallIntegerField("年份")
    last_number = models.PositiveIntegerField("已用到", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "发文字号序列"
        ordering = ["-year", "organisation", "use"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "use", "year"],
                name="document_series_once",
                violation_error_message="这一文号序列已经存在。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}{self.get_use_display()}{self.year}年（已到{self.last_number}号）"
