import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from foundation.web.chinese import date_text
from foundation.workflow.models import Versioned
from liaison_stations.querysets.box import BoxQuerySet
from liaison_stations.states.box import BOX_FLOW, BoxState, SlipOutcome


class BoxOpening(Versioned):
    """One opening of a station's opinion box: two people, the moment, how many slips lay in it."""

    station = models.ForeignKey(
        "liaison_stations.Station", on_delete=models.PROTECT, related_name="box_openings", verbose_name="联络站"
    )
    opened_at = models.DateTimeField("开箱时间")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="开箱人"
    )
    opened_with = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="同开箱人"
    )
    slips = models.PositiveSmallIntegerField("意见张数")
    note = models.CharField("说明", max_length=200, blank=True)
    state = models.CharField("状态", max_length=10, choices=BoxState, default=BoxState.OPENED, editable=False)
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)

    objects = BoxQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "开箱记录"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(opened_by=F("opened_with")),
                name="box_opened_by_two",
                violation_error_message="意见箱须由两人同时开启。",
            ),
            models.CheckConstraint(
                condition=Q(state=BoxState.OPENED) | Q(confirmed_at__isnull=False),
                name="box_confirmed_first",
                violation_error_message="须先由同开箱人确认。",
            ),
            models.UniqueConstraint(
                fields=["station", "opened_at"],
                name="box_opened_once",
                violation_error_message="这一时间的开箱已有记录。",
            ),
        ]
        triggers = [
            BOX_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="box_opening_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.station}{date_text(self.opened_at)}开箱"

    def get_absolute_url(self) -> str:
        return reverse("stations:box-opening", args=[self.pk])


class BoxSlip(models.Model):
    """One slip out of the box: scanned, then a letter, or set aside with the reason. Never changed."""

    opening = models.ForeignKey(BoxOpening, on_delete=models.PROTECT, related_name="entered", verbose_name="开箱记录")
    number = models.PositiveSmallIntegerField("序号")
    outcome = models.CharField("处理", max_length=10, choices=SlipOutcome)
    letter = models.OneToOneField(
        "liaison_stations.Letter",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="slip",
        verbose_name="来信",
    )
    reason = models.CharField("不能办理的原因", max_length=200, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="录入人"
    )
    entered_at = models.DateTimeField("录入时间")

    class Meta:
        verbose_name = verbose_name_plural = "意见箱来件"
        ordering = ["opening", "number"]
        constraints = [
            models.UniqueConstraint(fields=["opening", "number"], name="box_slip_once"),
            models.CheckConstraint(
                condition=Q(outcome=SlipOutcome.LETTER, letter__isnull=False, reason="")
                | (Q(outcome=SlipOutcome.SET_ASIDE, letter__isnull=True) & ~Q(reason="")),
                name="box_slip_letter_or_reason",
                violation_error_message="不能办理的，请写明原因。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="box_slip_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"第{self.number}张"
