import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from suggestions.models.progress import ProgressColour
from suggestions.querysets import StatementQuerySet


class CommitmentStatement(models.Model):
    """What a unit tells a deputy in the fourth quarter of its promises of this year and the last, with a receipt
    (CQ17 24). Opened by the portal, sent by the unit, received by the deputy."""

    unit = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="承办单位"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="commitment_statements", verbose_name="代表"
    )
    year = models.PositiveSmallIntegerField("年度")
    opened_at = models.DateTimeField("生成时间")
    note = models.TextField("总体情况", blank=True)
    sent_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="发送人"
    )
    sent_at = models.DateTimeField("发送时间", null=True, blank=True)
    received_at = models.DateTimeField("签收时间", null=True, blank=True)
    reply = models.CharField("代表意见", max_length=500, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年终承诺情况告知"
        ordering = ["-year", "unit", "deputy"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "deputy", "year"],
                name="statement_once_a_year",
                violation_error_message="本年度已有对这位代表的告知。",
            ),
            models.CheckConstraint(
                condition=Q(received_at__isnull=True) | Q(sent_at__isnull=False),
                name="statement_sent_before_received",
                violation_error_message="尚未发送，不能签收。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}{self.year}年承诺情况告知（{self.deputy}代表）"

    def get_absolute_url(self) -> str:
        return reverse("suggestions:statement", args=[self.pk])

    @property
    def state_text(self) -> str:
        """Where it stands, in one word."""
        if self.received_at:
            return "代表已签收"
        return "已发送待签收" if self.sent_at else "待发送"

    @property
    def clock_name(self) -> str:
        return str(self)


class StatementLine(models.Model):
    """One promise as the unit stated it on the day it was sent; never changed."""

    statement = models.ForeignKey(
        CommitmentStatement, on_delete=models.PROTECT, related_name="lines", verbose_name="告知"
    )
    commitment = models.ForeignKey(
        "suggestions.Commitment", on_delete=models.PROTECT, related_name="+", verbose_name="承诺事项"
    )
    state = models.CharField("当时状态", max_length=20)
    colour = models.ForeignKey(
        ProgressColour, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="当时颜色"
    )
    text = models.TextField("落实情况")

    class Meta:
        verbose_name = verbose_name_plural = "告知的承诺"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "commitment"],
                name="statement_line_once",
                violation_error_message="同一承诺事项只写一次。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="statement_line_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.text
