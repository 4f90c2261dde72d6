"""Many deputies' reports checked or confirmed by the worker while the page follows."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress_portal.reports.querysets import BatchRunQuerySet


class BatchVerb(models.TextChoices):
    CHECK = "check", "核对"
    CONFIRM = "confirm", "审定"


class BatchRun(models.Model):
    """One step for many reports: `keys` in their order, `done_to` how many were looked at, `refused` why not.

    Every report is a transaction of its own, so a worker that was killed goes on behind the last one. `told_at` is when
    a worker last gave a sign.
    """

    verb = models.CharField("事项", max_length=8, choices=BatchVerb)
    keys = models.JSONField("报告", default=list)
    query = models.CharField("筛选条件", max_length=300, blank=True)
    done_to = models.PositiveIntegerField("已办理到", default=0)
    done = models.PositiveIntegerField("已办理", default=0)
    refused = models.JSONField("未办理", default=list)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="办理人")
    asked_at = models.DateTimeField("提交时间")
    told_at = models.DateTimeField("最近进展时间", null=True, blank=True)
    finished_at = models.DateTimeField("完成时间", null=True, blank=True)

    objects = BatchRunQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "批量办理履职报告"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by", "verb"],
                condition=Q(finished_at__isnull=True),
                name="batch_run_one_at_a_time",
                violation_error_message="上一次批量办理还在进行，请等它完成。",
            ),
        ]

    def __str__(self) -> str:
        return f"批量{self.get_verb_display()}年度履职报告（{len(self.keys)}份）"

    def get_absolute_url(self) -> str:
        return reverse("reports:batch-run", args=[self.pk])

    @property
    def of(self) -> int:
        return len(self.keys)

    @property
    def is_under_way(self) -> bool:
        return self.finished_at is None

    @property
    def named(self) -> list[dict[str, Any]]:
        """What was not done: key, name, reason; the first of many."""
        return self.refused[:50]
