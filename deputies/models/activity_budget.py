from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.querysets import BudgetLineQuerySet
from foundation.workflow.models import Versioned

KEPT = pgtrigger.Update | pgtrigger.Delete


class Money(models.DecimalField):
    """Yuan with two decimals."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_digits": 12, "decimal_places": 2, **kwargs})


class BudgetLine(Versioned):
    """Earmarked money of one year for one purpose (代表活动经费，专款专用).

    It may be spent on activities of its kinds alone and never beyond what is allotted; `allotted` and `spent` are the
    sums of its entries, kept here so that the database itself refuses more.
    """

    year = models.PositiveSmallIntegerField("年度")
    purpose = models.CharField("用途", max_length=60)
    kinds = models.ManyToManyField("deputies.ActivityKind", related_name="budget_lines", verbose_name="用于活动类别")
    allotted = Money("安排金额", default=Decimal(0))
    spent = Money("已支出", default=Decimal(0))

    objects = BudgetLineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表活动经费"
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "purpose"],
                name="budget_purpose_once",
                violation_error_message="本年度已有这项用途，请调整金额。",
            ),
            models.CheckConstraint(
                condition=Q(spent__gte=0, allotted__gte=F("spent")),
                name="budget_not_overspent",
                violation_error_message="支出不能超过安排的金额。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="budget_line_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.year}年{self.purpose}"

    def get_absolute_url(self) -> str:
        return reverse("deputies:budget-line", args=[self.pk])

    @property
    def balance(self) -> Decimal:
        return self.allotted - self.spent


class BudgetEntry(models.Model):
    """One entry of the ledger: money allotted (no activity), or spent on an activity (a voucher). Never changed."""

    line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="entries", verbose_name="经费")
    activity = models.ForeignKey(
        "deputies.Activity",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="expenses",
        verbose_name="活动",
    )
    amount = Money("金额")
    on = models.DateField("日期")
    words = models.CharField("说明", max_length=200)
    voucher = models.CharField("凭证号", max_length=60, blank=True)
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="经办人")
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "经费收支"
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "voucher"],
                condition=~Q(voucher=""),
                name="budget_voucher_once",
                violation_error_message="这张凭证已经登记过。",
            ),
            models.CheckConstraint(
                condition=Q(activity=None, voucher="") | (Q(activity__isnull=False, amount__gt=0) & ~Q(voucher="")),
                name="expense_has_voucher",
                violation_error_message="支出须写明活动、金额和凭证号。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="budget_entry_is_kept", operation=KEPT)]

    def __str__(self) -> str:
        return self.words
