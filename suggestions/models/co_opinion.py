from django.db import models
from django.db.models import Q

from suggestions.querysets import OfAssignmentQuerySet


class CoOpinion(models.Model):
    """What a co-unit tells the lead unit. A bounced opinion stays; the better one is a new row."""

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="opinions", verbose_name="会办任务"
    )
    round = models.ForeignKey(
        "suggestions.Round", on_delete=models.PROTECT, related_name="opinions", verbose_name="轮次"
    )
    text = models.TextField("会办意见")
    doc_number = models.CharField("文号", max_length=60, blank=True)
    given_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="提出人")
    given_at = models.DateTimeField("提出时间")
    bounced_at = models.DateTimeField("退回时间", null=True, blank=True)
    bounced_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="退回人"
    )
    bounce_reason = models.TextField("退回理由", blank=True)

    objects = OfAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会办意见"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "round"],
                condition=Q(bounced_at__isnull=True),
                name="co_opinion_one_standing",
                violation_error_message="本轮会办意见已经提出。",
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="co_opinion_not_empty", violation_error_message="会办意见不能为空。"
            ),
            models.CheckConstraint(
                condition=Q(bounced_at__isnull=True) | ~Q(bounce_reason=""),
                name="co_opinion_bounced_with_reason",
                violation_error_message="退回会办意见须说明理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment.unit}会办意见"
