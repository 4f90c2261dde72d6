import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from supervision.models.local_body import LocalBody, LocalMember
from supervision.models.published import Published
from supervision.querysets.local import LocalMeetingQuerySet
from supervision.states.local import LOCAL_MEETING_FLOW, LocalMeetingState

S = LocalMeetingState


@pghistory.track()
class LocalMeeting(Published):
    """A meeting of a street committee or presidium: what it takes up, who came, what was decided."""

    body = models.ForeignKey(LocalBody, models.PROTECT, related_name="meetings", verbose_name="单位")
    year = models.PositiveSmallIntegerField("年度")
    number = models.PositiveSmallIntegerField("次数")
    starts_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=120)
    topics = models.TextField("议题")
    state = models.CharField("状态", max_length=10, choices=S, default=S.PLANNED, editable=False)
    members = models.PositiveSmallIntegerField("应到人数", null=True, blank=True)
    present = models.PositiveSmallIntegerField("到会人数", null=True, blank=True)
    minutes = models.TextField("会议情况", blank=True)
    decisions = models.TextField("议定事项", blank=True)
    cancel_reason = models.CharField("取消理由", max_length=200, blank=True)
    public_topics = models.TextField("议题（公开文本）", blank=True, editable=False)
    public_decisions = models.TextField("议定事项（公开文本）", blank=True, editable=False)

    objects = LocalMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "乡镇街道人大会议"
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"],
                condition=~Q(state=S.CANCELLED),
                name="local_meeting_once",
                violation_error_message="这次会议已经安排。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.HELD) | Q(present__isnull=False, members__isnull=False),
                name="local_meeting_held_has_people",
                violation_error_message="已召开的会议应当有应到和到会人数。",
            ),
        ]
        triggers = [
            LOCAL_MEETING_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="local_meeting_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.body.organisation.label}{self.year}年第{self.number}次会议"

    def get_absolute_url(self) -> str:
        return reverse("supervision:local-meeting", args=[self.pk])

    @property
    def day(self):
        """The local day it is called for."""
        return timezone.localdate(self.starts_at)


class LocalAttendance(models.Model):
    """Whether one member came to one meeting."""

    meeting = models.ForeignKey(LocalMeeting, models.PROTECT, related_name="attendances", verbose_name="会议")
    member = models.ForeignKey(LocalMember, models.PROTECT, related_name="attendances", verbose_name="成员")
    is_present = models.BooleanField("到会")

    class Meta:
        verbose_name = verbose_name_plural = "到会情况"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="local_attendance_once")]

    def __str__(self) -> str:
        return f"{self.member}{'到会' if self.is_present else '未到会'}"
