import pgtrigger
from django.db import models

from deputies.models.dated import Dated
from suggestions.querysets import OfSuggestionQuerySet


class Tone(models.TextChoices):
    """How a colour is drawn."""

    GREEN = "ok", "绿"
    BLUE = "info", "蓝"
    YELLOW = "warn", "黄"
    RED = "late", "红"


class ProgressColour(Dated):
    """A colour of the monthly grading of promises and look-backs: how far the matter is, never how the reply was
    classed (兖州区 2023, domain 2.15). The words are the district's own; the tone is how they are drawn."""

    code = models.SlugField("代码", max_length=20)
    name = models.CharField("颜色", max_length=10)
    meaning = models.CharField("含义", max_length=80)
    tone = models.CharField("显示", max_length=10, choices=Tone)
    is_done = models.BooleanField("表示已经完成", default=False, help_text="完成须经确认，承办单位不能自行填报。")
    needs_reason = models.BooleanField("须说明困难", default=False)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "进展颜色"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="progress_colour_once",
                violation_error_message="同一代码和生效日期已有这种颜色。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.meaning}）"


class OfPromise(models.Model):
    """A paper about one promise; it is read by whoever may open the suggestion."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="+", verbose_name="建议"
    )
    commitment = models.ForeignKey(
        "suggestions.Commitment", on_delete=models.PROTECT, related_name="%(class)s_set", verbose_name="承诺事项"
    )

    objects = OfSuggestionQuerySet.as_manager()

    class Meta:
        abstract = True


class CommitmentProgress(OfPromise):
    """What a unit reports of a promise, month by month. Entries are added, never changed: a correction is a new one."""

    colour = models.ForeignKey(ProgressColour, on_delete=models.PROTECT, related_name="+", verbose_name="颜色")
    text = models.TextField("进展情况")
    obstacle = models.TextField("困难和需要协调的事项", blank=True)
    entered_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="填报人"
    )
    entered_at = models.DateTimeField("填报时间")

    class Meta:
        verbose_name = verbose_name_plural = "承诺进展"
        ordering = ["-entered_at", "-pk"]
        indexes = [models.Index(fields=["commitment", "-entered_at"], name="progress_newest")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""), name="progress_not_empty", violation_error_message="请写明进展情况。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="progress_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.colour.name}：{self.text}"
