from decimal import Decimal

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from foundation.audit.triggers import append_only
from foundation.workflow.models import Versioned
from supervision.models.project import Project
from supervision.querysets.projects import OfProjectQuerySet
from supervision.states.project import CheckVerdict, RemarkStage


class ProjectCheck(Versioned):
    """A unit's answer whether a project can be done: cost, law, land; a refusal says why (F48)."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="checks", verbose_name="项目")
    unit = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="project_checks", verbose_name="论证单位"
    )
    question = models.CharField("请论证什么", max_length=300, blank=True)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    asked_at = models.DateTimeField("交论证时间")
    verdict = models.CharField("论证意见", max_length=20, choices=CheckVerdict, blank=True)
    cost = models.DecimalField(
        "测算投资（万元）", max_digits=12, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )  # fmt: skip
    legal = models.TextField("政策法规和用地条件", blank=True)
    text = models.TextField("理由和建议", blank=True)
    answered_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "可行性论证"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "unit"],
                condition=Q(answered_at__isnull=True),
                name="project_check_open_once",
                violation_error_message="已请这个单位论证，尚未答复。",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | (~Q(verdict="") & ~Q(text="")),
                name="project_check_answered_with_reason",
                violation_error_message="请选择论证意见并写明理由。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="project_check_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.unit.label}对“{self.project.title}”的论证"

    def get_absolute_url(self) -> str:
        return self.project.get_absolute_url()


class ProjectRemark(models.Model):
    """What a committee, a meeting, a delegation or a deputy says of a project before the vote."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="remarks", verbose_name="项目")
    stage = models.CharField("环节", max_length=12, choices=RemarkStage)
    speaker = models.CharField("提出单位或者个人", max_length=60)
    text = models.TextField("意见")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("时间")

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审议意见和建议"
        ordering = ["at", "pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.speaker}：{self.text[:30]}"


class ProjectProgress(models.Model):
    """One report of the unit; its photographs and papers are files of this row. Never changed afterwards."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="reports", verbose_name="项目")
    on = models.DateField("截至日期")
    percent = models.PositiveSmallIntegerField("总体进度（%）", validators=[MaxValueValidator(100)])
    text = models.TextField("进展情况")
    trouble = models.TextField("存在的问题", blank=True)
    ahead = models.TextField("下一步安排", blank=True)
    correction = models.CharField("更正理由", max_length=200, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="填报人")
    at = models.DateTimeField("填报时间")

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "项目进展"
        ordering = ["-on", "-pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.project.title}{self.on:%Y-%m-%d}进展"

    def get_absolute_url(self) -> str:
        return self.project.get_absolute_url()
