import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import ActivityPlanQuerySet
from deputies.states import PLAN_FLOW, PlanState
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned


@tracked()
class ActivityPlan(Versioned):
    """The plan of a year, of the standing committee's office, a township or a deputy group.

    The standing committee's is adopted by the council of chairpersons, notified to deputies and published (代表法 43).
    """

    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("名称", max_length=100)
    organiser = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activity_plans",
        verbose_name="单位",
    )
    group = models.ForeignKey(
        "deputies.DeputyGroup",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activity_plans",
        verbose_name="代表小组",
    )
    intro = models.TextField("总体要求", blank=True)
    state = models.CharField("状态", max_length=10, choices=PlanState, default=PlanState.DRAFT, editable=False)
    meeting = models.ForeignKey(
        "deputies.Meeting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activity_plans",
        verbose_name="通过的会议",
    )
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)

    objects = ActivityPlanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度活动计划"
        ordering = ["-year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organiser__isnull=False) ^ Q(group__isnull=False),
                name="plan_of_office_or_group",
                violation_error_message="请选择单位或者代表小组。",
            ),
            models.UniqueConstraint(
                fields=["year", "organiser", "group"],
                nulls_distinct=False,
                name="one_plan_a_year",
                violation_error_message="本年度的计划已经建立。",
            ),
            models.CheckConstraint(
                condition=Q(state=PlanState.DRAFT) | Q(adopted_on__isnull=False),
                name="plan_adopted_on_a_day",
                violation_error_message="请填写通过日期。",
            ),
        ]
        triggers = [
            PLAN_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="activity_plan_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("deputies:plan", args=[self.pk])

    @property
    def holder(self) -> str:
        return str(self.group) if self.group_id else self.organiser.name


class PlanItem(models.Model):
    """One line of a plan: what, in which month, by whom. Activities name the line they carry out."""

    plan = models.ForeignKey(ActivityPlan, on_delete=models.PROTECT, related_name="items", verbose_name="计划")
    month = models.PositiveSmallIntegerField("月份", validators=[MinValueValidator(1), MaxValueValidator(12)])
    kind = models.ForeignKey(
        "deputies.ActivityKind", on_delete=models.PROTECT, related_name="plan_items", verbose_name="活动类别"
    )
    title = models.CharField("活动内容", max_length=120)
    participants = models.CharField("参加人员", max_length=100, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "计划项目"
        ordering = ["month", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(month__range=(1, 12)), name="plan_item_month", violation_error_message="月份应在1至12之间。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month}月　{self.title}"
