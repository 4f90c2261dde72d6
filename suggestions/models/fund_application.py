from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.models.dated import Dated
from suggestions.models.fund import Money
from suggestions.querysets import OfAssignmentQuerySet


class FundExclusion(Dated):
    """What the fund does not pay for, where the district keeps such a list (开化县 2018)."""

    code = models.SlugField("代码", max_length=30)
    text = models.CharField("情形", max_length=120)
    bars_recess = models.BooleanField("闭会期间的建议一律适用", default=False)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "专项资金不予安排的情形"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="fund_exclusion_once",
                violation_error_message="同一代码和生效日期已有这一情形。",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class FundApplication(models.Model):
    """A unit asks for money for one of its suggestions; the office screens it. Only where switched on."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="fund_applications", verbose_name="建议"
    )
    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="fund_applications", verbose_name="承办任务"
    )
    amount = Money("申请金额")
    reason = models.TextField("申请理由和资金用途")
    applied_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="申请人")
    applied_at = models.DateTimeField("申请时间")
    passed = models.BooleanField("初审通过", null=True, blank=True)
    exclusion = models.ForeignKey(
        FundExclusion, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="不予安排的情形"
    )
    screening_note = models.CharField("初审意见", max_length=300, blank=True)
    screened_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="初审人"
    )
    screened_at = models.DateTimeField("初审时间", null=True, blank=True)

    objects = OfAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专项资金申请"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0) & ~Q(reason=""),
                name="fund_application_complete",
                violation_error_message="请写明申请金额和用途。",
            ),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=~Q(passed=False),
                name="fund_application_once",
                violation_error_message="本单位已为这件建议申请专项资金。",
            ),
            models.CheckConstraint(
                condition=~Q(passed=False) | ~Q(screening_note=""),
                name="fund_application_refused_with_reason",
                violation_error_message="初审不通过的，请写明理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.suggestion}：专项资金申请"

    def get_absolute_url(self) -> str:
        return reverse("suggestions:fund-applications")

    @property
    def is_open(self) -> bool:
        return self.passed is None

    @property
    def clock_name(self) -> str:
        return str(self)
