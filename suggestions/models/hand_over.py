import pgtrigger
from django.db import models
from django.db.models import Q

from suggestions.querysets import OfSuggestionQuerySet


class HandOver(models.Model):
    """A suggestion handed to the government office, which gives it to units or returns it (两步交办, domain 2.7).

    `handed_on` is the T0 of the law, whoever distributes it and when.
    """

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="hand_overs", verbose_name="建议"
    )
    office = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="政府办公室"
    )
    handed_on = models.DateField("交办日期")
    handed_at = models.DateTimeField("转交时间")
    handed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="转交人")
    advice = models.CharField("分办建议", max_length=300, blank=True)
    is_key = models.BooleanField("重点督办", default=False)
    is_difficult = models.BooleanField("涉及面广、难度大", default=False)
    distributed_at = models.DateTimeField("分办时间", null=True, blank=True)
    distributed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="分办人"
    )
    returned_at = models.DateTimeField("退回时间", null=True, blank=True)
    returned_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="退回人"
    )
    return_reason = models.CharField("退回理由", max_length=300, blank=True)

    objects = OfSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "转政府办公室"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(distributed_at__isnull=True, returned_at__isnull=True),
                name="hand_over_one_open",
                violation_error_message="这件建议已转政府办公室。",
            ),
            models.CheckConstraint(
                condition=Q(distributed_at__isnull=True) | Q(returned_at__isnull=True),
                name="hand_over_one_end",
                violation_error_message="同一次转交不能既分办又退回。",
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | ~Q(return_reason=""),
                name="hand_over_returned_with_reason",
                violation_error_message="退回须说明理由。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="hand_over_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="hand_over_fixed", fields=["suggestion", "office", "handed_on", "handed_at"]),
        ]

    def __str__(self) -> str:
        return f"转{self.office}"
