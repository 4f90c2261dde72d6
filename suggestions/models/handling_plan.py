import pgtrigger
from django.db import models

from suggestions.querysets import OfAssignmentQuerySet


class HandlingPlan(models.Model):
    """How a unit means to handle a suggestion: what, who, by when. A changed plan is a new row; all are kept."""

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="plans", verbose_name="承办任务"
    )
    round = models.ForeignKey("suggestions.Round", on_delete=models.PROTECT, related_name="plans", verbose_name="轮次")
    note = models.TextField("办理思路", blank=True)
    made_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="制定人")
    made_at = models.DateTimeField("制定时间")

    objects = OfAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理方案"
        ordering = ["pk"]
        triggers = [pgtrigger.Protect(name="handling_plan_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.assignment.unit}办理方案"


class PlanStep(models.Model):
    """One step of a plan."""

    plan = models.ForeignKey(
        "suggestions.HandlingPlan", on_delete=models.PROTECT, related_name="steps", verbose_name="办理方案"
    )
    what = models.CharField("工作内容", max_length=300)
    who = models.CharField("责任科室、责任人", max_length=60)
    due_on = models.DateField("完成时间")

    class Meta:
        verbose_name = verbose_name_plural = "办理方案步骤"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(what="") & ~models.Q(who=""),
                name="plan_step_complete",
                violation_error_message="请写明工作内容和责任人。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="plan_step_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.due_on}：{self.what}"
