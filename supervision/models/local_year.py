import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.local_body import LocalBody
from supervision.models.published import Published
from supervision.querysets.local import LocalItemQuerySet, LocalYearQuerySet
from supervision.states.local import LOCAL_YEAR_FLOW, ItemKind, LocalYearState

S = LocalYearState


@pghistory.track()
class LocalYear(Published):
    """One year's plan of a street committee or presidium, and the report made of what was done."""

    body = models.ForeignKey(LocalBody, models.PROTECT, related_name="years", verbose_name="单位")
    year = models.PositiveSmallIntegerField("年度")
    aims = models.TextField("总体要求")
    state = models.CharField("状态", max_length=10, choices=S, default=S.DRAFT, editable=False)
    drafted_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    drafted_at = models.DateTimeField("拟订时间")
    adopted_by = models.CharField("通过计划的会议", max_length=80, blank=True)
    filed_at = models.DateTimeField("报送计划时间", null=True, blank=True)
    effect = models.TextField("主要成效", blank=True)
    problems = models.TextField("存在的问题", blank=True)
    outlook = models.TextField("下一年打算", blank=True)
    reported_at = models.DateTimeField("报送年终报告时间", null=True, blank=True)
    edition = models.PositiveSmallIntegerField("年终报告版次", default=0)
    return_reason = models.CharField("退回补充的内容", max_length=300, blank=True)
    comment = models.CharField("审阅意见", max_length=300, blank=True)

    objects = LocalYearQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "乡镇街道人大年度工作"
        ordering = ["-year", "body"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year"], name="local_year_once", violation_error_message="这一年度的计划已经拟订。"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.DRAFT, S.FILED)) | ~Q(effect=""),
                name="local_year_reported_has_words",
                violation_error_message="年终报告须写明主要成效。",
            ),
        ]
        triggers = [
            LOCAL_YEAR_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="local_year_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.body.organisation.label}{self.year}年度工作"

    def get_absolute_url(self) -> str:
        return reverse("supervision:local-year", args=[self.pk])


@pghistory.track()
class LocalItem(Versioned):
    """One thing the plan of a year wants done, until it is done or dropped with a reason."""

    plan = models.ForeignKey(LocalYear, models.PROTECT, related_name="items", verbose_name="年度工作")
    kind = models.CharField("类别", max_length=12, choices=ItemKind)
    title = models.CharField("工作事项", max_length=120)
    responsible = models.CharField("负责人", max_length=60, blank=True)
    due_on = models.DateField("完成时间")
    added_reason = models.CharField("增加的理由", max_length=200, blank=True)
    done_on = models.DateField("完成日期", null=True, blank=True)
    result = models.TextField("完成情况", blank=True)
    dropped_reason = models.CharField("不再安排的理由", max_length=200, blank=True)

    objects = LocalItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度工作事项"
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "title"], name="local_item_once", violation_error_message="计划中已有这个事项。"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | (~Q(result="") & Q(dropped_reason="")),
                name="local_item_done_has_result",
                violation_error_message="完成的事项须写明完成情况。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="local_item_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self.plan.get_absolute_url()

    @property
    def is_open(self) -> bool:
        return self.done_on is None and not self.dropped_reason
