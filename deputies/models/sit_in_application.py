import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets.sit_ins import SitInApplicationQuerySet
from deputies.states.contact import ApplicationState
from foundation.workflow.models import Versioned


class SitInApplication(Versioned):
    """A deputy asks to sit in on a meeting of the standing committee, and what he was told."""

    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, related_name="applications", verbose_name="常委会会议"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="sit_in_applications", verbose_name="代表"
    )
    text = models.CharField("关注的议题和理由", max_length=300)
    state = models.CharField(
        "状态", max_length=10, choices=ApplicationState, default=ApplicationState.ASKED, editable=False
    )
    asked_at = models.DateTimeField("申请时间")
    answer = models.CharField("答复", max_length=200, blank=True)
    settled_at = models.DateTimeField("办理时间", null=True, blank=True)

    objects = SitInApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "列席申请"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "deputy"],
                condition=~Q(state=ApplicationState.WITHDRAWN),
                name="sit_in_applied_once",
                violation_error_message="您已申请列席这次会议。",
            ),
            models.CheckConstraint(
                condition=~Q(state=ApplicationState.DECLINED) | ~Q(answer=""),
                name="sit_in_declined_with_reason",
                violation_error_message="未安排列席的，须写明理由。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="sit_in_application_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="sit_in_application_is_fixed", fields=["meeting", "deputy", "text", "asked_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}申请列席{self.meeting}"

    def get_absolute_url(self) -> str:
        return reverse("deputies:sit-in-applications")
