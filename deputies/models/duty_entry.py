from datetime import date
from decimal import Decimal

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.querysets import DutyEntryQuerySet
from deputies.states import DUTY_FLOW, IN_FORCE, NEEDS_REASON, DutyState, Level
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned

# What may still change of a line: what became of it. What was done, when and how much never does.
FATE = ["state", "confirmed_by", "decided_at", "reason", "version"]


@tracked()
class DutyEntry(Versioned):
    """One line of a deputy's performance file (履职记录).

    It comes from another room (`source`, with `part` where one source gives several lines), or the deputy reported it
    himself (no source). A correction is a new line that `replaces` the old one; nothing is deleted.
    """

    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="duty_entries", verbose_name="代表"
    )
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    kind = models.ForeignKey(
        "deputies.DutyKind", on_delete=models.PROTECT, related_name="entries", verbose_name="履职事项"
    )
    on = models.DateField("日期")
    until = models.DateField("至", null=True, blank=True)
    quantity = models.DecimalField("数量", max_digits=7, decimal_places=2, default=Decimal(1))
    title = models.CharField("内容", max_length=200)
    words = models.TextField("情况说明", blank=True)
    source_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来源类别"
    )
    source_id = models.CharField("来源编号", max_length=64, blank=True)
    source = GenericForeignKey("source_type", "source_id")
    part = models.CharField("来源分项", max_length=60, blank=True)
    state = models.CharField("状态", max_length=10, choices=DutyState, default=DutyState.REPORTED, editable=False)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="填报人",
    )
    recorded_at = models.DateTimeField("登记时间")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="核实人",
    )
    decided_at = models.DateTimeField("处理时间", null=True, blank=True)
    reason = models.CharField("理由", max_length=300, blank=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="更正自"
    )

    objects = DutyEntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "履职记录"
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["deputy", "-on"], name="duty_of_deputy"),
            models.Index(fields=["source_type", "source_id"], name="duty_of_source"),
            models.Index(fields=["-recorded_at"], condition=Q(state="reported"), name="duty_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "kind", "source_type", "source_id", "part"],
                condition=Q(source_type__isnull=False, state__in=IN_FORCE),
                name="duty_once_per_source",
                violation_error_message="同一事项已经记入该代表的履职档案。",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0),
                name="duty_quantity_positive",
                violation_error_message="数量应当大于零。",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("on")),
                name="duty_days_in_order",
                violation_error_message="结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(source_type__isnull=True, source_id="") | (Q(source_type__isnull=False) & ~Q(source_id="")),
                name="duty_source_whole",
                violation_error_message="来源须写明类别和编号。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=NEEDS_REASON) | ~Q(reason=""),
                name="duty_undone_with_reason",
                violation_error_message="不予记入、更正或者撤销履职记录须写明理由。",
            ),
        ]
        triggers = [
            DUTY_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="duty_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="duty_is_fixed", exclude=FATE),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}：{self.title}"

    def get_absolute_url(self) -> str:
        return reverse("deputies:duty", args=[self.pk])

    @property
    def counts(self) -> bool:
        """Whether it stands in the file and gives points."""
        return self.state == DutyState.CONFIRMED

    @property
    def days(self) -> list[date]:
        """Every day it took."""
        last = self.until or self.on
        return [date.fromordinal(day) for day in range(self.on.toordinal(), last.toordinal() + 1)]

    @property
    def is_self_reported(self) -> bool:
        return self.reported_by_id is not None

    @property
    def amount_text(self) -> str:
        """ "2半天", "1次", "0.5天"."""
        return f"{self.quantity.normalize():f}{self.kind.get_unit_display()}"

    def has_open_objection(self) -> bool:
        """Whether the deputy waits for an answer."""
        return self.objections.filter(accepted=None).exists()
