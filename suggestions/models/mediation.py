from django.db import models
from django.db.models import Q

from suggestions.querysets import OfSuggestionQuerySet
from suggestions.states import Resolution


class Mediation(models.Model):
    """The office brings deputy and units together after repeated dissatisfaction: meeting or expert evaluation."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="mediations", verbose_name="建议"
    )
    round = models.ForeignKey(
        "suggestions.Round", on_delete=models.PROTECT, related_name="mediations", verbose_name="轮次"
    )
    because = models.TextField("提请原因")
    opened_at = models.DateTimeField("提请时间")
    opened_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提请人"
    )
    held_on = models.DateField("协调日期", null=True, blank=True)
    participants = models.CharField("参加人员", max_length=300, blank=True)
    record = models.TextField("协调记录", blank=True)
    resolution = models.CharField("协调结果", max_length=10, choices=Resolution, blank=True)
    resolved_at = models.DateTimeField("办结时间", null=True, blank=True)
    resolved_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="经办人"
    )

    objects = OfSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "协调评估"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(resolved_at__isnull=True),
                name="mediation_one_open",
                violation_error_message="协调评估正在进行。",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True) | (~Q(record="") & ~Q(resolution="")),
                name="mediation_recorded",
                violation_error_message="请填写协调记录和结果。",
            ),
        ]

    def __str__(self) -> str:
        return self.get_resolution_display() or "协调评估中"
