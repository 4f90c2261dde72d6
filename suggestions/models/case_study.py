import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from suggestions.querysets import OfSuggestionQuerySet


class CaseStudy(models.Model):
    """An excellent suggestion that is talked through at a case session of the deputies' training (案例交流)."""

    activity = models.ForeignKey(
        "deputies.Activity", on_delete=models.PROTECT, related_name="case_studies", verbose_name="案例交流"
    )
    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="case_studies", verbose_name="建议"
    )
    lesson = models.CharField("交流要点", max_length=200)
    chosen_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="选定人")
    chosen_at = models.DateTimeField("选定时间")

    objects = OfSuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "交流案例"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "suggestion"],
                name="case_study_once",
                violation_error_message="这件建议已经选入本次交流。",
            ),
            models.CheckConstraint(
                condition=~Q(lesson=""), name="case_study_lesson", violation_error_message="请写明交流要点。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="case_study_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.suggestion}（{self.activity}）"

    def get_absolute_url(self) -> str:
        return reverse("deputies:activity", args=[self.activity_id])
