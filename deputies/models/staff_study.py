import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import StaffStudyQuerySet
from deputies.states import StudyForm
from foundation.workflow.models import Versioned


@pghistory.track()
class StaffStudy(Versioned):
    """One entry of the study calendar of the congress's own staff (机关学习), and what was learned."""

    organiser = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="staff_studies", verbose_name="组织单位"
    )
    topic = models.CharField("学习主题", max_length=120)
    form = models.CharField("学习形式", max_length=12, choices=StudyForm)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=100, blank=True)
    speaker = models.CharField("主讲人", max_length=80, blank=True)
    planned_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="安排人")
    planned_at = models.DateTimeField("安排时间")
    participants = models.CharField("参加人员", max_length=500, blank=True)
    notes = models.TextField("学习情况", blank=True)
    recorded_at = models.DateTimeField("登记时间", null=True, blank=True)
    drop_reason = models.CharField("取消理由", max_length=200, blank=True)
    dropped_at = models.DateTimeField("取消时间", null=True, blank=True)

    objects = StaffStudyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "机关学习"
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=True) | Q(dropped_at__isnull=True),
                name="staff_study_held_or_dropped",
                violation_error_message="已经取消的学习不能登记情况。",
            ),
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True) | ~Q(drop_reason=""),
                name="staff_study_dropped_with_reason",
                violation_error_message="取消学习须写明理由。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="staff_study_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.topic

    def get_absolute_url(self) -> str:
        return reverse("deputies:staff-study", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Neither recorded nor dropped."""
        return self.recorded_at is None and self.dropped_at is None

    @property
    def stands(self) -> str:
        if self.dropped_at:
            return "已取消"
        return "已举行" if self.recorded_at else "已安排"
