from datetime import datetime, timedelta

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from deputies.querysets import ActivityQuerySet
from deputies.rules.half_days import HalfDay, half_days
from deputies.states import ACTIVITY_FLOW, ActivityState, Level
from foundation.workflow.models import Versioned


@pghistory.track()
class Activity(Versioned):
    """Something deputies are asked to take part in: a half-day of a session, an inspection, a meeting of a group.

    Either an office (`organiser`) or a deputy group holds it. `half_days` is what it counts for in the ledger.
    """

    kind = models.ForeignKey(
        "deputies.ActivityKind", on_delete=models.PROTECT, related_name="activities", verbose_name="活动类别"
    )
    title = models.CharField("活动名称", max_length=120)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    organiser = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="组织单位",
    )
    group = models.ForeignKey(
        "deputies.DeputyGroup",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="代表小组",
    )
    meeting = models.ForeignKey(
        "deputies.Meeting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="所属会议",
    )
    plan_item = models.ForeignKey(
        "deputies.PlanItem",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="计划项目",
    )
    campaigns = models.ManyToManyField(
        "deputies.Campaign", blank=True, related_name="activities", verbose_name="主题活动"
    )
    place = models.CharField("地点", max_length=120)
    # Where the hall is, marked there with the organiser's own telephone; asked for only by kinds that check the place.
    latitude = models.DecimalField("会场纬度", max_digits=9, decimal_places=6, null=True, blank=True, editable=False)
    longitude = models.DecimalField("会场经度", max_digits=9, decimal_places=6, null=True, blank=True, editable=False)
    starts_at = models.DateTimeField("开始时间")
    ends_at = models.DateTimeField("结束时间")
    half_days = models.PositiveSmallIntegerField("计半天数", default=1)
    content = models.TextField("活动内容", blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=ActivityState, default=ActivityState.PLANNED, editable=False
    )
    planned_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="经办人"
    )
    announced_at = models.DateTimeField("通知时间", null=True, blank=True, editable=False)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True, editable=False)
    cancel_reason = models.TextField("取消理由", blank=True, editable=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "履职活动"
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["state", "starts_at"]), models.Index(fields=["-starts_at", "-id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="activity_ends_after_start",
                violation_error_message="结束时间应当晚于开始时间。",
            ),
            models.CheckConstraint(
                condition=Q(organiser__isnull=False) | Q(group__isnull=False),
                name="activity_has_organiser",
                violation_error_message="请选择组织单位或者代表小组。",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="activity_spot_whole",
                violation_error_message="会场的经度和纬度请一并标注。",
            ),
            models.CheckConstraint(
                condition=~Q(state=ActivityState.CANCELLED) | ~Q(cancel_reason=""),
                name="activity_cancelled_with_reason",
                violation_error_message="取消活动须写明理由。",
            ),
        ]
        triggers = [
            ACTIVITY_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="activity_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("deputies:activity", args=[self.pk])

    @property
    def holder(self) -> str:
        """Who holds it, as one says it."""
        return str(self.group) if self.group_id else self.organiser.label

    @property
    def asks_place(self) -> bool:
        """Whether whoever checks in himself is asked for the place: the kind wants it and the hall is marked."""
        return self.kind.place_metres is not None and self.latitude is not None

    @property
    def day(self):
        """The day it begins on."""
        return timezone.localdate(self.starts_at)

    @property
    def halves(self) -> list[HalfDay]:
        """Its mornings and afternoons."""
        return half_days(self.starts_at, self.ends_at)

    @property
    def check_in_opens_at(self) -> datetime:
        return self.starts_at - timedelta(minutes=self.kind.opens_before)

    def is_late(self, at: datetime) -> bool:
        """Whether somebody who comes at `at` is late."""
        return at > self.starts_at + timedelta(minutes=self.kind.late_after)
