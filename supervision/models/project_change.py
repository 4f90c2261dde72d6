from decimal import Decimal

import pghistory
import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from foundation.workflow.models import Versioned
from supervision.models.project import Project
from supervision.querysets.projects import OfProjectQuerySet
from supervision.states.project import ChangeKind, ChangeState


@pghistory.track()
class ProjectChange(Versioned):
    """A change in the middle of the year, in force only once the standing committee (presidium) has agreed."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="changes", verbose_name="项目")
    kind = models.CharField("调整事项", max_length=10, choices=ChangeKind)
    content = models.TextField("调整后的内容", blank=True)
    due_on = models.DateField("调整后的完成时间", null=True, blank=True)
    amount = models.DecimalField(
        "调整后的投资（万元）", max_digits=12, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )  # fmt: skip
    before = models.TextField("调整前", blank=True)
    reason = models.TextField("调整理由")
    state = models.CharField("状态", max_length=10, choices=ChangeState, default=ChangeState.ASKED)
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="提出人")
    asked_at = models.DateTimeField("提出时间")
    meeting = models.CharField("审议的会议", max_length=120, blank=True)
    words = models.TextField("审议意见", blank=True)
    decided_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    decided_at = models.DateTimeField("审议时间", null=True, blank=True)

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "项目调整"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(state=ChangeState.ASKED),
                name="project_change_open_once",
                violation_error_message="这个项目已有待审议的调整。",
            ),
            models.CheckConstraint(
                condition=Q(state=ChangeState.ASKED) | (~Q(meeting="") & Q(decided_at__isnull=False)),
                name="project_change_decided_by_meeting",
                violation_error_message="调整应当写明审议的会议。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="project_change_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.project.title}：{self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return self.project.get_absolute_url()

    @property
    def after(self) -> str:
        """What is asked for, as one reads it."""
        texts = {
            ChangeKind.CONTENT: self.content,
            ChangeKind.DUE: f"{self.due_on:%Y年%-m月%-d日}" if self.due_on else "",
            ChangeKind.AMOUNT: f"{self.amount.normalize():f}万元" if self.amount is not None else "",
            ChangeKind.CANCEL: "取消项目",
        }
        return texts[ChangeKind(self.kind)]
