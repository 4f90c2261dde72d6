import pghistory
import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import CourseQuerySet, TrainingPlanQuerySet
from deputies.states import CourseAudience, CourseForm
from foundation.workflow.models import Versioned


@pghistory.track()
class TrainingPlan(Versioned):
    """What deputies are to learn in one year (年度培训计划); deputies read it once it is adopted.

    Without `organiser` it is the liaison office's for all; else that township's or street's for its own deputies.
    """

    year = models.PositiveSmallIntegerField("年度")
    organiser = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="training_plans",
        verbose_name="乡镇人大、街道工委",
    )
    aims = models.TextField("培训目标和要求")
    decision = models.CharField("通过的会议或者文号", max_length=120, blank=True)
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    made_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="经办人")
    made_at = models.DateTimeField("拟订时间")

    objects = TrainingPlanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度培训计划"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "organiser"],
                nulls_distinct=False,
                name="training_plan_once_a_year",
                violation_error_message="这一年度已有培训计划。",
            ),
            models.CheckConstraint(
                condition=Q(adopted_on__isnull=True) | ~Q(decision=""),
                name="training_plan_adopted_by_decision",
                violation_error_message="通过培训计划须写明会议或者文号。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="training_plan_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.organiser.label if self.organiser_id else ''}{self.year}年代表培训计划"

    def get_absolute_url(self) -> str:
        return reverse("deputies:training-plan", args=[self.pk])

    @property
    def is_adopted(self) -> bool:
        return self.adopted_on is not None


@pghistory.track()
class Course(Versioned):
    """One course of a year's plan: what is taught, how, to whom and about when. It is held in batches."""

    plan = models.ForeignKey(TrainingPlan, on_delete=models.PROTECT, related_name="courses", verbose_name="年度计划")
    name = models.CharField("课程名称", max_length=100)
    form = models.CharField("培训形式", max_length=10, choices=CourseForm)
    audience = models.CharField("培训对象", max_length=10, choices=CourseAudience, default=CourseAudience.ALL)
    month = models.PositiveSmallIntegerField(
        "计划月份", validators=[MinValueValidator(1), MaxValueValidator(12)], help_text="1—12。"
    )
    content = models.TextField("培训内容", blank=True)
    lecturer = models.CharField("授课人或者承办院校", max_length=120, blank=True)
    drop_reason = models.CharField("取消理由", max_length=200, blank=True, editable=False)
    dropped_at = models.DateTimeField("取消时间", null=True, blank=True, editable=False)

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "培训课程"
        ordering = ["plan", "month", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "name"],
                condition=Q(dropped_at__isnull=True),
                name="course_once_a_year",
                violation_error_message="这一年度的计划中已有同名课程。",
            ),
            models.CheckConstraint(
                condition=Q(month__range=(1, 12)),
                name="course_month",
                violation_error_message="计划月份应在1至12之间。",
            ),
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True) | ~Q(drop_reason=""),
                name="course_dropped_with_reason",
                violation_error_message="取消课程须写明理由。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="course_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("deputies:course", args=[self.pk])

    @property
    def is_dropped(self) -> bool:
        return self.dropped_at is not None
