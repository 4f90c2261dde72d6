from datetime import date

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from foundation.audit.history import tracked
from foundation.web.chinese import date_text
from foundation.workflow.models import Versioned
from liaison_stations.querysets.rota import SlotQuerySet, TurnQuerySet
from liaison_stations.states.rota import SLOT_FLOW, STANDING_TURNS, SlotState, TurnState


@tracked()
class ReceptionSlot(Versioned):
    """One reception day of a station (接待日) with the hours and the deputies whose turn it is.

    `planned_on` is the day the rule names where a holiday moved it; `rule` is empty for one put in by hand. What was
    arranged stays: a day is called off, never removed. `visitors` is how many came, nought counts too.
    """

    station = models.ForeignKey(
        "liaison_stations.Station", on_delete=models.PROTECT, related_name="slots", verbose_name="联络站"
    )
    rule = models.ForeignKey(
        "liaison_stations.RotaRule",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="slots",
        verbose_name="接待日规定",
    )
    planned_on = models.DateField("规定日期")
    starts_at = models.DateTimeField("开始时间")
    ends_at = models.DateTimeField("结束时间")
    place = models.CharField("接待地点", max_length=120)
    topic = models.CharField("接待主题", max_length=60, blank=True)
    seats = models.PositiveSmallIntegerField("值班代表（名）", default=1)
    notice_days = models.PositiveSmallIntegerField("提前通知天数", default=3)
    state = models.CharField("状态", max_length=10, choices=SlotState, default=SlotState.PLANNED, editable=False)
    reason = models.CharField("取消、更正理由", max_length=200, blank=True)
    arranged_at = models.DateTimeField("安排时间")
    told_at = models.DateTimeField("提前通知时间", null=True, blank=True)
    visitors = models.PositiveSmallIntegerField("来访群众（人）", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="登记人",
    )
    closed_at = models.DateTimeField("登记时间", null=True, blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表接待日"
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["starts_at", "station"], name="slot_days")]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "planned_on"],
                name="slot_once_per_rule",
                violation_error_message="这一天已按本规定安排。",
            ),
            models.UniqueConstraint(
                fields=["station", "starts_at"],
                condition=~Q(state=SlotState.CANCELLED),
                name="slot_once_at_a_time",
                violation_error_message="本站这个时间已安排接待日。",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="slot_hours",
                violation_error_message="结束时间须晚于开始时间。",
            ),
            models.CheckConstraint(
                condition=~Q(state=SlotState.CANCELLED) | ~Q(reason=""),
                name="slot_cancelled_with_reason",
                violation_error_message="取消接待日须写明理由。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(SlotState.HELD, SlotState.MISSED)) | Q(visitors__isnull=False),
                name="slot_closed_with_visitors",
                violation_error_message="请填写来访群众人数，没有来访的填0。",
            ),
        ]
        triggers = [
            SLOT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="slot_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.station.name}{date_text(self.day)}接待日"

    def get_absolute_url(self) -> str:
        return reverse("stations:slot", args=[self.pk])

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)

    @property
    def is_moved(self) -> bool:
        """A holiday moved it."""
        return self.planned_on != self.day

    @property
    def standing(self) -> list["SlotTurn"]:
        """The turns whose deputies stand on the rota; of the prefetched `turns`, without a query."""
        return [turn for turn in self.turns.all() if turn.state in STANDING_TURNS]

    @property
    def names(self) -> str:
        return "、".join(turn.deputy.name for turn in self.standing) or "待安排"


@tracked()
class SlotTurn(Versioned):
    """One deputy's turn on a reception day. Who gave it away stays written down beside who has it now."""

    slot = models.ForeignKey(ReceptionSlot, on_delete=models.PROTECT, related_name="turns", verbose_name="接待日")
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="reception_turns", verbose_name="代表"
    )
    state = models.CharField("状态", max_length=10, choices=TurnState, default=TurnState.ON, editable=False)
    reason = models.CharField("说明", max_length=200, blank=True)

    objects = TurnQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "接待日值班"
        ordering = ["slot__starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slot", "deputy"],
                condition=Q(state__in=STANDING_TURNS),
                name="turn_once_per_slot",
                violation_error_message="这位代表已在当天值班。",
            ),
            models.CheckConstraint(
                condition=~Q(state=TurnState.LEAVE) | ~Q(reason=""),
                name="turn_leave_with_reason",
                violation_error_message="请假须写明理由。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="turn_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="turn_is_fixed", fields=["slot", "deputy"]),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}：{self.slot}"

    def get_absolute_url(self) -> str:
        return reverse("stations:slot", args=[self.slot_id])
