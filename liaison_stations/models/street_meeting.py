import pghistory
import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from liaison_stations.models.published import Published
from liaison_stations.models.street import StreetCongress
from liaison_stations.querysets.street import StreetMatterQuerySet, StreetMeetingQuerySet
from liaison_stations.states.street import STREET_MEETING_FLOW, MatterKind, StreetMeetingState, VoteWay

S = StreetMeetingState


@pghistory.track()
class StreetMeeting(Published):
    """One meeting of a street deliberation congress: agenda, who came, what was decided."""

    congress = models.ForeignKey(StreetCongress, models.PROTECT, related_name="meetings", verbose_name="议政代表会")
    number = models.PositiveSmallIntegerField("次数", validators=[MinValueValidator(1)])
    starts_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=120)
    state = models.CharField("状态", max_length=10, choices=S, default=S.PLANNED, editable=False)
    members = models.PositiveSmallIntegerField("应到人数", null=True, blank=True)
    present = models.PositiveSmallIntegerField("到会人数", null=True, blank=True)
    minutes = models.TextField("会议情况", blank=True)
    cancel_reason = models.CharField("取消理由", max_length=200, blank=True)
    planned_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    planned_at = models.DateTimeField("安排时间")

    objects = StreetMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "议政代表会会议"
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "number"],
                condition=~Q(state=S.CANCELLED),
                name="street_meeting_once",
                violation_error_message="这次会议已经安排。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.HELD) | Q(present__isnull=False, members__isnull=False),
                name="street_meeting_held_has_people",
                violation_error_message="已召开的会议应当有应到和到会人数。",
            ),
        ]
        triggers = [
            STREET_MEETING_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="street_meeting_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.congress}第{self.number}次会议"

    def get_absolute_url(self) -> str:
        return reverse("stations:street-meeting", args=[self.pk])


class StreetMatter(Versioned):
    """One matter of a meeting's agenda; what is voted on holds its count and its result."""

    meeting = models.ForeignKey(StreetMeeting, models.PROTECT, related_name="matters", verbose_name="会议")
    kind = models.CharField("类别", max_length=10, choices=MatterKind)
    title = models.CharField("议题", max_length=100)
    text = models.TextField("说明", blank=True)
    order = models.PositiveSmallIntegerField("排序", default=100)
    way = models.CharField("表决方式", max_length=10, choices=VoteWay, blank=True)
    count = models.ForeignKey(
        "ballots.PaperCount", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="计票"
    )
    outcome = models.CharField("结果", max_length=20, blank=True)

    objects = StreetMatterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "议题"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "title"],
                name="street_matter_once",
                violation_error_message="议程中已有这个议题。",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(count__isnull=False),
                name="street_matter_outcome_has_count",
                violation_error_message="表决结果应当有核对过的计票。",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()


class StreetAttendance(models.Model):
    """Whether one member came to one meeting."""

    meeting = models.ForeignKey(StreetMeeting, models.PROTECT, related_name="attendances", verbose_name="会议")
    member = models.ForeignKey(
        "liaison_stations.StreetMember", models.PROTECT, related_name="attendances", verbose_name="议政代表"
    )
    is_present = models.BooleanField("到会")

    class Meta:
        verbose_name = verbose_name_plural = "到会情况"
        ordering = ["member__quota__order", "member"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="street_attendance_once")]

    def __str__(self) -> str:
        return f"{self.member}{'到会' if self.is_present else '未到会'}"
