from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from suggestions.querysets import HandedReportQuerySet
from suggestions.states import Assessment, HandedState


class HandedReport(Versioned):
    """A body's own report on how it handled the year's suggestions, as a file; heard by the standing committee."""

    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="handling_reports", verbose_name="报告单位"
    )
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("标题", max_length=120)
    dated_on = models.DateField("成文日期")
    summary = models.TextField("摘要", blank=True)
    state = models.CharField("状态", max_length=10, choices=HandedState, default=HandedState.HANDED_IN)
    handed_in_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="提交人")
    handed_in_at = models.DateTimeField("提交时间")
    meeting = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="听取的会议"
    )
    heard_on = models.DateField("听取日期", null=True, blank=True)
    assessment = models.CharField("测评结果", max_length=12, choices=Assessment, blank=True)
    opinion = models.TextField("审议意见", blank=True)
    heard_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    heard_at = models.DateTimeField("登记时间", null=True, blank=True)

    objects = HandedReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "办理情况报告"
        ordering = ["-year", "organisation__pinyin_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                name="handed_report_once_a_year",
                violation_error_message="该单位本年度的报告已经提交。",
            ),
            models.CheckConstraint(
                condition=~Q(state=HandedState.HEARD)
                | (Q(meeting__isnull=False, heard_on__isnull=False) & ~Q(assessment="")),
                name="handed_report_heard_by_meeting",
                violation_error_message="登记听取须写明会议、日期和测评结果。",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("suggestions:handed-report", args=[self.pk])
