import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import SessionAbsenceQuerySet
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned


@tracked()
class SessionAbsence(Versioned):
    """A deputy attended no half-day of a session and had no approved leave (代表法 62 (3)).

    Two of them end the seat by law; that is found and announced by people, never by the portal. `ordinal` counts
    within the mandate. A row that falls away after a correction is withdrawn, not deleted.
    """

    mandate = models.ForeignKey(
        "deputies.Mandate", on_delete=models.PROTECT, related_name="session_absences", verbose_name="代表职务"
    )
    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, related_name="absences", verbose_name="代表大会会议"
    )
    ordinal = models.PositiveSmallIntegerField("第几次")
    noticed_at = models.DateTimeField("发现时间")
    handling = models.TextField("处理情况", blank=True)
    handled_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="处理人"
    )
    handled_at = models.DateTimeField("处理时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤销时间", null=True, blank=True)

    objects = SessionAbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "缺席代表大会会议"
        ordering = ["-noticed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate", "meeting"],
                condition=Q(withdrawn_at=None),
                name="absent_once_per_session",
                violation_error_message="这次会议的缺席已经登记。",
            ),
            models.CheckConstraint(
                condition=Q(handled_at=None) | ~Q(handling=""),
                name="absence_handled_with_words",
                violation_error_message="请写明处理情况。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="session_absence_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.mandate.deputy.name}第{self.ordinal}次未经批准缺席代表大会会议"

    def get_absolute_url(self) -> str:
        return reverse("deputies:handle-absence", args=[self.pk])
