import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.querysets.resolutions import ResolutionQuerySet, ResolutionTaskQuerySet
from supervision.states.resolutions import (
    RESOLUTION_FLOW,
    TASK_FLOW,
    ResolutionKind,
    ResolutionState,
    TaskState,
)

S, T = ResolutionState, TaskState


@pghistory.track()
class Resolution(Versioned):
    """A resolution or decision of the standing committee: drafted, voted on, published, carried out.

    `undertaking` and `opinion` are what it came of, `outcome` is the sentence of the vote with its formula. A decision
    on appointments is made by its bill.
    """

    kind = models.CharField("类别", max_length=12, choices=ResolutionKind, default=ResolutionKind.RESOLUTION)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("正文")
    number = models.CharField("文号", max_length=40, blank=True)
    meeting = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, related_name="resolutions", verbose_name="常委会会议"
    )
    committee = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolutions_led",
        verbose_name="负责跟踪的工作委员会",
    )
    undertaking = models.ForeignKey(
        "supervision.Undertaking",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolutions",
        verbose_name="来自监督事项",
    )
    opinion = models.ForeignKey(
        "supervision.DeliberationOpinion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolutions",
        verbose_name="来自审议意见",
    )
    state = models.CharField("状态", max_length=10, choices=S, default=S.DRAFT, editable=False)
    drafted_at = models.DateTimeField("起草时间")
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    outcome = models.CharField("表决结果", max_length=300, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "决议决定"
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=(S.ADOPTED, S.PUBLISHED)) | Q(adopted_on__isnull=False),
                name="resolution_adopted_on_a_day",
                violation_error_message="请写明通过日期。",
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="resolution_number_once",
                violation_error_message="这个文号已经用过，请核对。",
            ),
        ]
        triggers = [
            RESOLUTION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="resolution_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:resolution", args=[self.pk])

    @property
    def public_url(self) -> str:
        return reverse("supervision:decision", args=[self.pk])


@pghistory.track()
class ResolutionTask(Versioned):
    """What one body has to do because of a resolution, until when, and what came of it."""

    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="tasks", verbose_name="决议决定")
    unit = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="resolution_tasks", verbose_name="责任单位"
    )
    title = models.CharField("落实事项", max_length=200)
    due_on = models.DateField("完成期限")
    state = models.CharField("状态", max_length=10, choices=T, default=T.HANDED, editable=False)
    handed_at = models.DateTimeField("交办时间")
    return_reason = models.CharField("退回理由", max_length=300, blank=True)
    result = models.TextField("落实结果", blank=True)
    closed_at = models.DateTimeField("确认时间", null=True, blank=True)

    objects = ResolutionTaskQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "落实事项"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=T.CLOSED) | ~Q(result=""),
                name="resolution_task_closed_with_result",
                violation_error_message="请写明落实结果。",
            ),
        ]
        triggers = [
            TASK_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="resolution_task_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:resolution-task", args=[self.pk])


class TaskReport(models.Model):
    """One report of the body; a later one stands beside it."""

    task = models.ForeignKey(ResolutionTask, models.PROTECT, related_name="reports", verbose_name="落实事项")
    text = models.TextField("落实情况")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="报告人")
    at = models.DateTimeField("报告时间")

    class Meta:
        verbose_name = verbose_name_plural = "落实情况报告"
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(name="task_report_is_kept", operation=pgtrigger.Delete | pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return f"{self.task}的落实情况"

    def get_absolute_url(self) -> str:
        return self.task.get_absolute_url()
