import pgtrigger
from django.db import models

from suggestions.querysets import OfSuggestionQuerySet


class Round(models.Model):
    """One turn of handling. Its replies, opinions and rating stay with it for ever; a later turn is a new row."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="rounds", verbose_name="建议"
    )
    number = models.PositiveSmallIntegerField("轮次")
    opened_at = models.DateTimeField("开始时间")
    because = models.CharField("起因", max_length=200, blank=True)
    replied_at = models.DateTimeField("答复齐备时间", null=True, blank=True)
    closed_at = models.DateTimeField("结束时间", null=True, blank=True)
    times_urged = models.PositiveSmallIntegerField("催请评价次数", default=0)
    not_stated = models.BooleanField("代表未表态", default=False)

    objects = OfSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理轮次"
        ordering = ["suggestion", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "number"], name="round_once", violation_error_message="这一轮办理已经开始。"
            ),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="round_counts_from_one"),
        ]
        triggers = [
            pgtrigger.Protect(name="round_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="round_is_fixed", fields=["suggestion", "number", "opened_at", "because"]),
        ]

    def __str__(self) -> str:
        return f"第{self.number}轮办理"
