import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import ForwardedResultQuerySet
from foundation.workflow.models import Versioned


class ForwardedResult(Versioned):
    """What deputies found at an activity, passed to the body it concerns, and what it answers (代表法 31)."""

    activity = models.ForeignKey(
        "deputies.Activity", on_delete=models.PROTECT, related_name="results", verbose_name="活动"
    )
    body = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="forwarded_results", verbose_name="转交单位"
    )
    text = models.TextField("代表意见")
    forwarded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="转交人")
    forwarded_at = models.DateTimeField("转交时间")
    feedback = models.TextField("处理情况反馈", blank=True)
    feedback_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="反馈人"
    )
    feedback_at = models.DateTimeField("反馈时间", null=True, blank=True)

    objects = ForwardedResultQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "活动意见转交"
        ordering = ["-forwarded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(feedback_at=None) | ~Q(feedback=""),
                name="feedback_has_words",
                violation_error_message="请填写处理情况。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="forwarded_result_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.activity}代表意见"

    def get_absolute_url(self) -> str:
        return reverse("deputies:result", args=[self.pk])

    @property
    def clock_name(self) -> str:
        return f"{self}（{self.body.label}）"
