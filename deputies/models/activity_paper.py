import pgtrigger
from django.db import models

from deputies.querysets import OfActivityQuerySet

KEPT = pgtrigger.Update | pgtrigger.Delete


class PhoneCall(models.Model):
    """One telephone call to an invited deputy, an act of its own beside the written notice; never changed."""

    invitation = models.ForeignKey(
        "deputies.Invitation", on_delete=models.PROTECT, related_name="calls", verbose_name="活动邀请"
    )
    reached = models.BooleanField("已接通")
    note = models.CharField("通话情况", max_length=200, blank=True)
    called_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="通知人")
    called_at = models.DateTimeField("通话时间")

    class Meta:
        verbose_name = verbose_name_plural = "电话通知"
        ordering = ["called_at", "pk"]
        triggers = [pgtrigger.Protect(name="call_is_kept", operation=KEPT)]

    def __str__(self) -> str:
        return f"{self.invitation}：{'已接通' if self.reached else '未接通'}"


class ActivityRecord(models.Model):
    """What was done and said at an activity, with photographs and files (全程纪实). Rows are only ever added."""

    activity = models.ForeignKey(
        "deputies.Activity", on_delete=models.PROTECT, related_name="records", verbose_name="活动"
    )
    text = models.TextField("活动记录")
    written_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="记录人")
    written_at = models.DateTimeField("记录时间")

    objects = OfActivityQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "活动记录"
        ordering = ["written_at", "pk"]
        triggers = [pgtrigger.Protect(name="activity_record_is_kept", operation=KEPT)]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return self.activity.get_absolute_url()
