from decimal import Decimal

import pghistory
import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.models.public_page import new_code
from foundation.workflow.models import Versioned
from supervision.models.project_year import ProjectField, ProjectYear
from supervision.querysets.projects import ProjectQuerySet
from supervision.states.project import PROJECT_FLOW, ProjectState

S = ProjectState
BEFORE_THE_LIST = (S.DRAFT, S.DROPPED)


@pghistory.track()
class Project(Versioned):
    """One livelihood project (民生实事项目). `code` is its short public address `/p/<code>/` for life."""

    code = models.CharField("短地址", max_length=12, unique=True, default=new_code, editable=False)
    project_year = models.ForeignKey(ProjectYear, models.PROTECT, related_name="projects", verbose_name="年度")
    number = models.PositiveSmallIntegerField("候选编号", null=True, blank=True)
    title = models.CharField("项目名称", max_length=100)
    field = models.ForeignKey(ProjectField, models.PROTECT, related_name="projects", verbose_name="领域")
    content = models.TextField("建设内容和标准")
    place = models.CharField("实施地点", max_length=120, blank=True)
    amount = models.DecimalField(
        "计划投资（万元）", max_digits=12, decimal_places=2, validators=[MinValueValidator(Decimal(0))]
    )
    funding = models.CharField("资金来源", max_length=120)
    unit = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="livelihood_projects", verbose_name="责任单位"
    )
    due_on = models.DateField("完成时间")
    state = models.CharField("状态", max_length=10, choices=S, default=S.DRAFT, editable=False)
    drop_reason = models.CharField("未列入候选的理由", max_length=300, blank=True)
    percent = models.PositiveSmallIntegerField("进度（%）", default=0)
    finished_on = models.DateField("完工日期", null=True, blank=True)
    acceptance = models.TextField("验收情况", blank=True)
    accepted_at = models.DateTimeField("验收时间", null=True, blank=True)
    closed_at = models.DateTimeField("销号时间", null=True, blank=True)
    entered_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    entered_at = models.DateTimeField("登记时间")

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "民生实事项目"
        ordering = ["project_year", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project_year", "number"],
                name="project_number_once",
                violation_error_message="这个候选编号已经用过。",
            ),
            models.UniqueConstraint(
                fields=["project_year", "title"],
                name="project_title_once",
                violation_error_message="这个年度已有同名项目。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=BEFORE_THE_LIST) | Q(number__isnull=False),
                name="project_on_list_has_number",
                violation_error_message="候选项目应当有编号。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.DROPPED) | ~Q(drop_reason=""),
                name="project_dropped_with_reason",
                violation_error_message="请写明未列入候选的理由。",
            ),
            models.CheckConstraint(
                condition=Q(percent__lte=100),
                name="project_percent",
                violation_error_message="进度不能超过100%。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CLOSED) | Q(percent=100, closed_at__isnull=False, accepted_at__isnull=False),
                name="project_closed_when_done",
                violation_error_message="完工并验收以后才能销号。",
            ),
        ]
        triggers = [
            PROJECT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="project_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:project", args=[self.pk])

    @property
    def public_url(self) -> str:
        return reverse("p:page", args=[self.code])

    @property
    def amount_text(self) -> str:
        """ "120万元", "35.5万元"."""
        return f"{self.amount.normalize():f}万元"
