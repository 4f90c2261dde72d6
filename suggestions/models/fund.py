from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from suggestions.querysets import FundQuerySet


class Money(models.DecimalField):
    """Yuan with two decimals, up to ten thousand million."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_digits": 12, "decimal_places": 2, **kwargs})


class FundYear(models.Model):
    """The pot the standing committee sets for one year (建议办理专项资金, domain 2.14).

    `pot` and `allotted` are the sums of the rows below, kept here so that the database itself refuses an amount above
    the pot. They are changed by transitions alone, under a lock of this row.
    """

    year = models.PositiveSmallIntegerField("年度", unique=True, error_messages={"unique": "这一年度的资金已经设立。"})
    pot = Money("资金总额")
    allotted = Money("已安排", default=Decimal(0))

    objects = FundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "建议办理专项资金"
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(allotted__lte=F("pot")),
                name="fund_within_pot",
                violation_error_message="安排的金额不能超过本年度资金总额。",
            ),
            models.CheckConstraint(
                condition=Q(allotted__gte=0, pot__gt=0),
                name="fund_positive",
                violation_error_message="资金总额应当大于零。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="fund_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.year}年建议办理专项资金"

    def get_absolute_url(self) -> str:
        return reverse("suggestions:fund", args=[self.pk])

    @property
    def balance(self) -> Decimal:
        """What may still be given to projects."""
        return self.pot - self.allotted


class PotChange(models.Model):
    """The pot as it was set, and each later change, with the meeting that decided it; never changed."""

    fund = models.ForeignKey(FundYear, on_delete=models.PROTECT, related_name="changes", verbose_name="年度资金")
    amount = Money("增减金额")
    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, related_name="+", verbose_name="决定的常委会会议"
    )
    decision = models.CharField("决定", max_length=200)
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="经办人")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "资金总额变动"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(amount=0) & ~Q(decision=""),
                name="pot_change_decided",
                violation_error_message="请写明金额和决定。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="pot_change_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.decision
