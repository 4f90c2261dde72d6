import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from suggestions.querysets import KeySupervisionQuerySet, OfSuggestionQuerySet
from suggestions.states import KeyState, SupervisionKind


class KeySupervision(models.Model):
    """A suggestion the council of chairpersons has chosen for the year, with leaders on both sides (SD17 14, ZJ16 16).

    Who leads for the government needs no account here. A row is ended or taken off with a reason, never deleted.
    """

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="key_supervisions", verbose_name="建议"
    )
    year = models.PositiveSmallIntegerField("年度")
    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, related_name="+", verbose_name="确定的主任会议"
    )
    leader = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="领衔督办的常委会领导"
    )
    government_leader = models.CharField("领办的政府领导", max_length=60)
    committee = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        related_name="key_supervisions",
        verbose_name="负责督办的工委",
    )
    plan = models.TextField("督办方案", blank=True)
    state = models.CharField("状态", max_length=10, choices=KeyState, default=KeyState.ACTIVE)
    chosen_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="经办人")
    chosen_at = models.DateTimeField("确定时间")
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    conclusion = models.TextField("督办结论", blank=True)
    removed_at = models.DateTimeField("移出时间", null=True, blank=True)
    removal_meeting = models.ForeignKey(
        "deputies.Meeting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="决定移出的主任会议",
    )
    removal_reason = models.TextField("移出原因", blank=True)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)
    secrecy_note = models.CharField("保密审查意见", max_length=200, blank=True)

    objects = KeySupervisionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "重点督办"
        ordering = ["-year", "pk"]
        indexes = [models.Index(fields=["year", "state"], name="key_by_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "year"],
                condition=~Q(state=KeyState.REMOVED),
                name="key_once_a_year",
                violation_error_message="该建议已列入这一年度的重点督办。",
            ),
            models.CheckConstraint(
                condition=~Q(state=KeyState.REMOVED) | ~Q(removal_reason=""),
                name="key_removed_with_reason",
                violation_error_message="移出重点督办须写明原因。",
            ),
            models.CheckConstraint(
                condition=~Q(state=KeyState.ENDED) | ~Q(conclusion=""),
                name="key_ended_with_conclusion",
                violation_error_message="结束督办须写明结论。",
            ),
            models.CheckConstraint(
                condition=~Q(government_leader=""),
                name="key_with_both_leaders",
                violation_error_message="请写明领办的政府领导。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="key_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.year}年重点督办：{self.suggestion}"

    def get_absolute_url(self) -> str:
        return reverse("suggestions:key-item", args=[self.pk])

    @property
    def is_active(self) -> bool:
        return self.state == KeyState.ACTIVE

    @property
    def clock_name(self) -> str:
        return str(self)

    def has_news(self) -> bool:
        """Whether there are summaries for everybody which the office has not looked at since the publication."""
        return self.events.exclude(public_summary="").filter(recorded_at__gt=self.published_at).exists()

    def was_supervised(self) -> bool:
        """Whether anything was held yet: a meeting, an inspection, a talk."""
        return self.events.exists()

    def was_reported(self) -> bool:
        """Whether the council of chairpersons has heard the report."""
        return self.reports.exists()


class OfKeySupervision(models.Model):
    """A paper about one item; read by whoever may open the suggestion, never changed."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="+", verbose_name="建议"
    )
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="登记人")
    recorded_at = models.DateTimeField("登记时间")

    objects = OfSuggestionQuerySet.as_manager()

    class Meta:
        abstract = True


class SupervisionEvent(OfKeySupervision):
    """What was held to push a key item on: meeting, visit, appraisal, inspection, talk, third-party evaluation."""

    key = models.ForeignKey(KeySupervision, on_delete=models.PROTECT, related_name="events", verbose_name="重点督办")
    kind = models.CharField("形式", max_length=12, choices=SupervisionKind)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=100)
    participants = models.CharField("参加人员", max_length=300)
    record = models.TextField("情况")
    result = models.TextField("结果和要求")
    public_summary = models.CharField("公开摘要", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "督办活动"
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(record="") & ~Q(result=""),
                name="supervision_not_empty",
                violation_error_message="请写明督办情况和结果。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="supervision_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d} {self.get_kind_display()}"


class SupervisionReport(OfKeySupervision):
    """What was reported of a key item to the council of chairpersons, and what it said (SD17 26)."""

    key = models.ForeignKey(KeySupervision, on_delete=models.PROTECT, related_name="reports", verbose_name="重点督办")
    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, related_name="+", verbose_name="听取报告的主任会议"
    )
    text = models.TextField("督办情况报告")
    opinion = models.TextField("主任会议意见")

    class Meta:
        verbose_name = verbose_name_plural = "督办报告"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "meeting"],
                name="supervision_report_once",
                violation_error_message="这次主任会议已听取过该事项的报告。",
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(opinion=""),
                name="supervision_report_not_empty",
                violation_error_message="请写明报告内容和主任会议意见。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="supervision_report_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"向{self.meeting}报告"
