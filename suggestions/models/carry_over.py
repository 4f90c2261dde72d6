from django.db import models
from django.db.models import Q

from suggestions.models.progress import OfPromise
from suggestions.querysets import CarryOverQuerySet


class CarryOver(OfPromise):
    """A promise still open at the turn of the year or of the term, with the unit's written explanation (SH15 22)."""

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="carry_overs", verbose_name="承办任务"
    )
    year = models.PositiveSmallIntegerField("转入年度", null=True, blank=True)
    term = models.ForeignKey(
        "deputies.Term", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="转入届"
    )
    was_overdue = models.BooleanField("结转时已逾期", default=False)
    opened_at = models.DateTimeField("结转时间")
    explanation = models.TextField("未完成原因", blank=True)
    plan = models.TextField("下一步措施", blank=True)
    planned_on = models.DateField("预计完成日期", null=True, blank=True)
    explained_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="说明人"
    )
    explained_at = models.DateTimeField("说明时间", null=True, blank=True)

    objects = CarryOverQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "承诺结转"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__isnull=False, term__isnull=True) | Q(year__isnull=True, term__isnull=False),
                name="carry_over_year_or_term",
                violation_error_message="结转须写明转入的年度或者届。",
            ),
            models.UniqueConstraint(
                fields=["commitment", "year"],
                condition=Q(year__isnull=False),
                name="carry_over_once_a_year",
                violation_error_message="该承诺事项已转入这一年度。",
            ),
            models.UniqueConstraint(
                fields=["commitment", "term"],
                condition=Q(term__isnull=False),
                name="carry_over_once_a_term",
                violation_error_message="该承诺事项已转入这一届。",
            ),
            models.CheckConstraint(
                condition=Q(explained_at__isnull=True) | (~Q(explanation="") & ~Q(plan="")),
                name="carry_over_explained",
                violation_error_message="请写明未完成原因和下一步措施。",
            ),
        ]

    def __str__(self) -> str:
        return f"转入{self.year}年" if self.year else f"转入{self.term}"

    @property
    def is_open(self) -> bool:
        """Whether the unit still owes its explanation."""
        return self.explained_at is None

    @property
    def clock_name(self) -> str:
        """The paper and into what the promise is carried."""
        return f"{self.suggestion}（{self}）"
