import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from deputies.querysets import InvitationQuerySet
from deputies.rules.half_days import HalfDay
from deputies.states import CAME, Answer, AttendanceStatus, CheckInMethod, LeaveState, Nearness
from foundation.workflow.models import Versioned


@pghistory.track()
class Invitation(Versioned):
    """One deputy asked to one activity: what he answered, whether he came, and how that is known."""

    activity = models.ForeignKey(
        "deputies.Activity", on_delete=models.PROTECT, related_name="invitations", verbose_name="活动"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="invitations", verbose_name="代表"
    )
    invited_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="邀请人"
    )
    invited_at = models.DateTimeField("通知时间")
    answer = models.CharField("答复", max_length=10, choices=Answer, default=Answer.PENDING)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    attendance = models.CharField("出席情况", max_length=10, choices=AttendanceStatus, blank=True)
    method = models.CharField("登记方式", max_length=10, choices=CheckInMethod, blank=True)
    # How near the telephone was when he checked in. The position itself is kept nowhere.
    nearness = models.CharField("签到位置", max_length=10, choices=Nearness, blank=True)
    came_at = models.DateTimeField("签到时间", null=True, blank=True)
    attendance_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    attendance_at = models.DateTimeField("登记时间", null=True, blank=True)
    correction = models.CharField("更正理由", max_length=200, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "活动邀请"
        ordering = ["deputy__pinyin_key", "pk"]
        indexes = [models.Index(fields=["deputy", "activity"])]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "deputy"], name="invited_once", violation_error_message="这位代表已经邀请过。"
            ),
            models.CheckConstraint(
                condition=Q(attendance="") | Q(attendance_at__isnull=False),
                name="attendance_has_time",
                violation_error_message="登记出席情况须有登记时间。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="invitation_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy.name}：{self.activity}"

    def get_absolute_url(self) -> str:
        return self.activity.get_absolute_url()

    @property
    def came(self) -> bool:
        """Whether the deputy was there, be it late or not to the end."""
        return self.attendance in CAME

    @property
    def excused_halves(self) -> list[HalfDay]:
        """The half-days of the activity he has leave for while he comes to the others; reads the leaves once."""
        approved = (leave.parts for leave in self.leaves.all() if leave.state == LeaveState.APPROVED)
        keys = {key for parts in approved for key in parts}
        return [half for half in self.activity.halves if half.key in keys]

    @property
    def is_unapproved_absence(self) -> bool:
        return self.attendance == AttendanceStatus.ABSENT
