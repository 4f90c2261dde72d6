from datetime import date

import pghistory
import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.kind import UndertakingKind
from supervision.models.undertaking import Undertaking
from supervision.querysets.plan import PlanTopicQuerySet, PlanYearQuerySet
from supervision.states.plan import SUPERVISION_PLAN_FLOW, ChangeKind, PlanState, TopicProgress, TopicSource
from supervision.states.undertaking import HearingLevel, UndertakingState

PROGRESS: dict[str, TopicProgress] = {
    UndertakingState.UNDER_WAY: TopicProgress.UNDER_WAY,
    UndertakingState.CONCLUDED: TopicProgress.DONE,
}
MONTH = (MinValueValidator(1), MaxValueValidator(12))


@pghistory.track()
class PlanYear(Versioned):
    """The plan of supervision of one year, adopted by the council of chairpersons and published (监督法 63)."""

    year = models.PositiveSmallIntegerField(
        "年度", unique=True, error_messages={"unique": "这一年度的监督工作计划已经建立。"}
    )
    title = models.CharField("名称", max_length=100)
    intro = models.TextField("总体要求", blank=True)
    state = models.CharField("状态", max_length=10, choices=PlanState, default=PlanState.DRAFT, editable=False)
    meeting = models.ForeignKey(
        "deputies.Meeting",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="supervision_plans",
        verbose_name="通过的会议",
    )
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)

    objects = PlanYearQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度监督工作计划"
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=PlanState.DRAFT) | Q(adopted_on__isnull=False, meeting__isnull=False),
                name="supervision_plan_adopted_by_meeting",
                violation_error_message="通过计划须写明主任会议和日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state=PlanState.PUBLISHED) | Q(published_at__isnull=False),
                name="supervision_plan_published_at",
                violation_error_message="公布计划须写明时间。",
            ),
        ]
        triggers = [
            SUPERVISION_PLAN_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="supervision_plan_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:plan", args=[self.pk])


@pghistory.track()
class PlanTopic(Versioned):
    """One topic of a plan: why, in which form, by which committee, with whom, when and how (监督法 12)."""

    plan = models.ForeignKey(PlanYear, models.PROTECT, related_name="topics", verbose_name="计划")
    order = models.PositiveSmallIntegerField("序号", default=1)
    title = models.CharField("议题", max_length=120)
    kind = models.ForeignKey(UndertakingKind, models.PROTECT, related_name="plan_topics", verbose_name="监督形式")
    level = models.CharField("在哪里听取", max_length=20, choices=HearingLevel)
    source = models.CharField("议题来源", max_length=12, choices=TopicSource)
    reason = models.TextField("立项理由")
    committee = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="plan_topics", verbose_name="责任工作委员会"
    )
    bodies = models.ManyToManyField(
        "accounts.Organisation", blank=True, related_name="supervised_topics", verbose_name="被监督单位"
    )
    month_from = models.PositiveSmallIntegerField("开始月份", validators=MONTH)
    month_until = models.PositiveSmallIntegerField("完成月份", validators=MONTH)
    method = models.TextField("方法步骤", blank=True)
    undertaking = models.OneToOneField(
        Undertaking, models.PROTECT, null=True, blank=True, related_name="plan_topic", verbose_name="监督事项"
    )
    dropped_at = models.DateTimeField("取消时间", null=True, blank=True, editable=False)

    objects = PlanTopicQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "计划议题"
        ordering = ["plan", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "title"],
                condition=Q(dropped_at__isnull=True),
                name="plan_topic_once",
                violation_error_message="计划中已有同名议题。",
            ),
            models.CheckConstraint(
                condition=Q(month_from__range=(1, 12), month_until__range=(1, 12), month_until__gte=F("month_from")),
                name="plan_topic_months",
                violation_error_message="完成月份不能早于开始月份。",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:topic", args=[self.pk])

    @property
    def is_dropped(self) -> bool:
        return self.dropped_at is not None

    @property
    def is_started(self) -> bool:
        """Whether a supervision stands for it; one that was cancelled may be followed by another."""
        return self.undertaking is not None and self.undertaking.state != UndertakingState.CANCELLED

    def progress_on(self, on: date, house: bool) -> TopicProgress:
        """How far it has come; what a body must not know yet is not begun for anybody but the house."""
        if self.is_dropped:
            return TopicProgress.DROPPED
        if self.undertaking is None or (self.undertaking.is_hidden(on) and not house):
            return TopicProgress.WAITING
        return PROGRESS.get(self.undertaking.state, TopicProgress.WAITING)

    @property
    def months(self) -> str:
        """ "4月", "4月至8月"."""
        same = self.month_from == self.month_until
        return f"{self.month_from}月" if same else f"{self.month_from}月至{self.month_until}月"


class PlanChange(models.Model):
    """One adjustment of an adopted plan: what, why, who agreed. It is published with the plan and stays."""

    plan = models.ForeignKey(PlanYear, models.PROTECT, related_name="changes", verbose_name="计划")
    topic = models.ForeignKey(PlanTopic, models.PROTECT, related_name="changes", verbose_name="议题")
    kind = models.CharField("调整", max_length=10, choices=ChangeKind)
    words = models.TextField("调整内容")
    reason = models.TextField("调整理由")
    meeting = models.ForeignKey("deputies.Meeting", models.PROTECT, related_name="+", verbose_name="同意的主任会议")
    decided_on = models.DateField("同意日期")
    entered_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    entered_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "计划调整"
        ordering = ["entered_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="plan_change_with_reason",
                violation_error_message="调整计划须写明理由。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="plan_change_is_kept", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.topic}"
