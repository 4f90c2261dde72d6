import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from deputies.querysets import DutyObjectionQuerySet


class DutyObjection(models.Model):
    """A deputy contradicts a line of his file; the office answers, and corrects where he is right (F7)."""

    entry = models.ForeignKey(
        "deputies.DutyEntry", on_delete=models.PROTECT, related_name="objections", verbose_name="履职记录"
    )
    text = models.TextField("异议")
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="提出人"
    )
    raised_at = models.DateTimeField("提出时间")
    accepted = models.BooleanField("异议成立", null=True, blank=True)
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="答复人",
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    objects = DutyObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "履职记录异议"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(accepted__isnull=True),
                name="duty_objection_once",
                violation_error_message="您已提出异议，请等待答复。",
            ),
            models.CheckConstraint(
                condition=Q(accepted__isnull=True) | ~Q(answer=""),
                name="duty_objection_answered_with_words",
                violation_error_message="请写明答复内容。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="duty_objection_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="duty_objection_fixed", fields=["entry", "text", "raised_by", "raised_at"]),
        ]

    def __str__(self) -> str:
        return f"对“{self.entry.title}”的异议"

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def is_open(self) -> bool:
        return self.accepted is None
