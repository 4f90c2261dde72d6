from django.db import models

from deputies.models.dated import Dated
from deputies.states import Level
from suggestions.states import SeriesKind


class NumberFormat(Dated):
    """How a number of a series is written: "第023号", "闭会第1号"."""

    kind = models.CharField("编号种类", max_length=10, choices=SeriesKind)
    level = models.CharField("层级", max_length=10, choices=Level.choices, blank=True, help_text="留空适用于各级。")
    prefix = models.CharField("前缀", max_length=20, blank=True)
    width = models.PositiveSmallIntegerField("最少位数", default=1, help_text="不足时在前面补零，3 即写作 023。")
    suffix = models.CharField("后缀", max_length=20, blank=True)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "编号格式"
        ordering = ["kind", "level", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["kind", "level", "valid_from"],
                name="number_format_once",
                violation_error_message="同一编号种类、层级和生效日期已有格式。",
            ),
            models.CheckConstraint(
                condition=models.Q(width__range=(1, 6)),
                name="number_format_width",
                violation_error_message="位数应在 1 至 6 之间。",
            ),
        ]

    def __str__(self) -> str:
        return self.write(1)

    def write(self, number: int) -> str:
        """The number as it stands on the paper."""
        return f"{self.prefix}{number:0{self.width}d}{self.suffix}"


class NumberSeries(models.Model):
    """The last number given out in a series; the row is locked while the next one is taken, so there are no gaps."""

    kind = models.CharField("编号种类", max_length=10, choices=SeriesKind)
    term = models.ForeignKey("deputies.Term", on_delete=models.PROTECT, related_name="+", verbose_name="届")
    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="大会会议"
    )
    last_number = models.PositiveIntegerField("已用到", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "编号序列"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "term", "meeting"],
                nulls_distinct=False,
                name="number_series_once",
                violation_error_message="这一编号序列已经存在。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting or self.term}{self.get_kind_display()}（已到{self.last_number}号）"
