import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from deputies.querysets import LeaveQuerySet
from deputies.rules.half_days import named
from deputies.states import LEAVE_FLOW, LeaveApprover, LeaveState
from foundation.workflow.models import Versioned


@pghistory.track()
class Leave(Versioned):
    """A deputy asks in writing not to come (代表法 13). `approver` is whom the rule named on the day of asking.

    `parts` are keys of half-days; without any it is for the whole activity.
    """

    invitation = models.ForeignKey(
        "deputies.Invitation", on_delete=models.PROTECT, related_name="leaves", verbose_name="活动邀请"
    )
    parts = ArrayField(
        models.CharField(max_length=13), verbose_name="请假的半天", default=list, blank=True, help_text="空为全程。"
    )
    reason = models.TextField("请假事由")
    approver = models.CharField("批准人", max_length=20, choices=LeaveApprover)
    state = models.CharField("状态", max_length=10, choices=LeaveState, default=LeaveState.ASKED, editable=False)
    asked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="提交人")
    asked_at = models.DateTimeField("提交时间")
    decided_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审批人"
    )
    decided_at = models.DateTimeField("审批时间", null=True, blank=True)
    decision = models.CharField("审批意见", max_length=300, blank=True)

    objects = LeaveQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "请假"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation"],
                condition=Q(state__in=[LeaveState.ASKED, LeaveState.APPROVED]),
                name="one_leave_in_force",
                violation_error_message="这次活动已有请假申请。",
            ),
            models.CheckConstraint(
                condition=~Q(state=LeaveState.REFUSED) | ~Q(decision=""),
                name="leave_refused_with_reason",
                violation_error_message="不批准请假的，请写明理由。",
            ),
        ]
        triggers = [
            LEAVE_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="leave_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.invitation.deputy.name}请假：{self.invitation.activity}"

    def get_absolute_url(self) -> str:
        return self.invitation.activity.get_absolute_url()

    @property
    def scope(self) -> str:
        """For which time, as one says it."""
        return "、".join(str(half) for half in named(self.parts)) or "全程"
