import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.querysets.clues import ClueReaderQuerySet
from supervision.states.clues import ClueDuty


@tracked()
class ClueReader(Versioned):
    """Somebody who opens the restricted list: by name, for what, appointed by whom, from when until when."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="clue_readings", verbose_name="姓名"
    )
    duty = models.CharField("职责", max_length=10, choices=ClueDuty)
    reason = models.CharField("指定的理由", max_length=200)
    appointed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="指定人")
    appointed_at = models.DateTimeField("指定时间")
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", null=True, blank=True)
    end_reason = models.CharField("终止的理由", max_length=200, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="终止人"
    )
    ended_at = models.DateTimeField("终止时间", null=True, blank=True)

    objects = ClueReaderQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问题线索查阅人员"
        ordering = ["-appointed_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="clue_reader_days",
                violation_error_message="截止日期不能早于起始日期。",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(until_date__isnull=True, ended_at__isnull=True),
                name="clue_reader_once",
                violation_error_message="该人员已在查阅名单中。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="clue_reader_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.user}（{self.get_duty_display()}）"
