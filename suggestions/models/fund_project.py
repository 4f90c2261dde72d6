from datetime import date
from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from suggestions.models.fund import FundYear, Money
from suggestions.models.threshold import Switch, SwitchKey
from suggestions.querysets import FundProjectQuerySet, OfProjectQuerySet
from suggestions.states import FUND_FLOW, ProjectState

KEPT = pgtrigger.Update | pgtrigger.Delete


class FundProject(Versioned):
    """One project out of a suggestion. `approved` and `paid` are the sums of its amounts and payments."""

    fund = models.ForeignKey(FundYear, on_delete=models.PROTECT, related_name="projects", verbose_name="年度资金")
    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="fund_projects", verbose_name="建议"
    )
    name = models.CharField("项目名称", max_length=120)
    place = models.CharField("实施地点", max_length=100)
    carrier = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="fund_projects", verbose_name="实施单位"
    )
    approved = Money("核定金额")
    paid = Money("已拨付", default=Decimal(0))
    state = models.CharField("状态", max_length=10, choices=ProjectState, default=ProjectState.APPROVED, editable=False)
    chosen_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="经办人")
    chosen_at = models.DateTimeField("确定时间")
    started_on = models.DateField("开工日期", null=True, blank=True)
    completed_on = models.DateField("完工日期", null=True, blank=True)
    cancelled_at = models.DateTimeField("取消时间", null=True, blank=True)
    cancel_reason = models.TextField("取消原因", blank=True)

    objects = FundProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专项资金项目"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paid__lte=F("approved")),
                name="project_paid_within_approved",
                violation_error_message="拨付金额不能超过核定金额。",
            ),
            models.CheckConstraint(
                condition=Q(approved__gt=0, paid__gte=0),
                name="project_amounts_positive",
                violation_error_message="核定金额应当大于零。",
            ),
            models.UniqueConstraint(
                fields=["fund", "suggestion"],
                condition=~Q(state=ProjectState.CANCELLED),
                name="project_once_a_year",
                violation_error_message="这件建议本年度已安排项目。",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProjectState.CANCELLED) | ~Q(cancel_reason=""),
                name="project_cancelled_with_reason",
                violation_error_message="取消项目须写明理由。",
            ),
        ]
        triggers = [
            FUND_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="project_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("suggestions:fund-project", args=[self.pk])

    @property
    def clock_name(self) -> str:
        return f"专项资金项目“{self.name}”"

    def pays_before_acceptance(self, on: date) -> bool:
        """Whether the local rule lets money follow the work, and the work has begun."""
        begun = self.state in (ProjectState.UNDER_WAY, ProjectState.COMPLETED)
        return begun and Switch.objects.is_on(SwitchKey.FUND_PAY_EARLY, on)

    @property
    def unpaid(self) -> Decimal:
        """What may still be paid."""
        return self.approved - self.paid


class OfProject(models.Model):
    """A row of a project's file; added, never changed."""

    project = models.ForeignKey(
        FundProject, on_delete=models.PROTECT, related_name="%(class)s_set", verbose_name="项目"
    )
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="登记人")
    recorded_at = models.DateTimeField("登记时间")

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["pk"]


class ProjectAmount(OfProject):
    """The amount as first fixed, and each later adjustment, with the meeting that decided it."""

    change = Money("增减金额")
    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, related_name="+", verbose_name="决定的会议"
    )
    reason = models.CharField("说明", max_length=300)

    class Meta(OfProject.Meta):
        verbose_name = verbose_name_plural = "核定金额变动"
        triggers = [pgtrigger.Protect(name="project_amount_kept", operation=KEPT)]

    def __str__(self) -> str:
        return self.reason


class FundProgress(OfProject):
    """How far the work is, as the carrier reports it."""

    held_on = models.DateField("日期")
    text = models.TextField("进度情况")

    class Meta(OfProject.Meta):
        verbose_name = verbose_name_plural = "项目进度"
        triggers = [pgtrigger.Protect(name="fund_progress_kept", operation=KEPT)]

    def __str__(self) -> str:
        return self.text


class FundAcceptance(OfProject):
    """The congress looks at the finished work: accepted, or sent back with what has to be mended."""

    held_on = models.DateField("验收日期")
    participants = models.CharField("验收人员", max_length=300)
    passed = models.BooleanField("验收合格")
    result = models.TextField("评估验收意见")

    class Meta(OfProject.Meta):
        verbose_name = verbose_name_plural = "评估验收"
        triggers = [pgtrigger.Protect(name="fund_acceptance_kept", operation=KEPT)]

    def __str__(self) -> str:
        return "验收合格" if self.passed else "验收不合格"


class FundPayment(OfProject):
    """One payment out of the fund."""

    amount = Money("金额")
    paid_on = models.DateField("拨付日期")
    voucher = models.CharField("凭证号", max_length=60)
    payee = models.CharField("收款单位", max_length=100)

    class Meta(OfProject.Meta):
        verbose_name = verbose_name_plural = "资金拨付"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="payment_positive", violation_error_message="拨付金额应当大于零。"
            ),
            models.UniqueConstraint(
                fields=["project", "voucher"],
                name="payment_voucher_once",
                violation_error_message="这张凭证已经登记过。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="fund_payment_kept", operation=KEPT)]

    def __str__(self) -> str:
        return self.voucher
