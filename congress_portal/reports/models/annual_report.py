"""The yearly report, edition by edition."""

import pgtrigger
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from congress_portal.reports.querysets import DeputyReportQuerySet, ReportQuerySet
from congress_portal.reports.states import REPORT_FLOW, ReportKind, ReportState
from foundation.documents.figures import Sheet, digest, from_json
from foundation.workflow.models import Versioned
from suggestions.yearbook import Period


class AnnualReport(Versioned):
    """One edition of a statutory report on a year. `content` holds every cell with the rows it counts.

    Adopted, it is frozen by `digest`, a SHA-256 over the canonical form of all cells and the hashes of its files; a
    correction is another edition with its reason (F91).
    """

    kind = models.CharField("报告", max_length=20, choices=ReportKind)
    year = models.PositiveSmallIntegerField("年度")
    edition = models.PositiveSmallIntegerField("版次", default=1)
    first_on = models.DateField("统计期起")
    last_on = models.DateField("统计期止")
    counted_on = models.DateField("统计截止日")
    state = models.CharField("状态", max_length=12, choices=ReportState, default=ReportState.ASKED, editable=False)
    asked_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="生成人"
    )
    asked_at = models.DateTimeField("提请生成时间")
    started_at = models.DateTimeField("开始生成时间", null=True, blank=True)
    built_at = models.DateTimeField("生成时间", null=True, blank=True)
    progress_done = models.PositiveSmallIntegerField("已完成步骤", default=0)
    progress_of = models.PositiveSmallIntegerField("全部步骤", default=0)
    progress_text = models.CharField("正在办理", max_length=60, blank=True)
    failure = models.CharField("失败原因", max_length=300, blank=True)
    issuer = models.CharField("出具单位", max_length=100, blank=True)
    content = models.JSONField("各表", default=list, encoder=DjangoJSONEncoder)
    files = models.JSONField("文件校验值", default=dict)
    confirmed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定人"
    )
    confirmed_at = models.DateTimeField("审定时间", null=True, blank=True)
    note = models.TextField("审定意见", blank=True)
    meeting = models.ForeignKey(
        "deputies.Meeting", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="通过的会议"
    )
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    frozen_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )
    frozen_at = models.DateTimeField("锁定时间", null=True, blank=True)
    digest = models.CharField("校验值（SHA-256）", max_length=64, blank=True)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name="更正哪一版"
    )
    reason = models.TextField("更正理由", blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度报告"
        ordering = ["-year", "kind", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "edition"],
                name="report_edition_once",
                violation_error_message="该年度已有这一版报告。",
            ),
            models.UniqueConstraint(
                fields=["kind", "year"],
                condition=~Q(state=ReportState.FROZEN),
                name="report_one_open",
                violation_error_message="该年度已有一版报告在编制，请在那一版上继续。",
            ),
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="report_period",
                violation_error_message="统计期的止日不能早于起日。",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.FROZEN)
                | (Q(meeting__isnull=False, adopted_on__isnull=False) & ~Q(digest="")),
                name="report_frozen_by_meeting",
                violation_error_message="锁定报告须写明通过的会议和日期。",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""),
                name="report_corrected_with_reason",
                violation_error_message="更正报告须写明理由。",
            ),
        ]
        triggers = [
            REPORT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(
                name="frozen_report_is_fixed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state=ReportState.FROZEN),
            ),
        ]

    def __str__(self) -> str:
        edition = f"（第{self.edition}版）" if self.edition > 1 else ""
        return f"{self.year}年{self.get_kind_display()}{edition}"

    def get_absolute_url(self) -> str:
        return reverse("reports:report", args=[self.pk])

    @property
    def period(self) -> Period:
        return Period(self.year, self.first_on, self.last_on)

    @property
    def is_frozen(self) -> bool:
        return self.state == ReportState.FROZEN

    @property
    def is_under_way(self) -> bool:
        """Whether the job has still to run or runs."""
        return self.state in (ReportState.ASKED, ReportState.BUILDING)

    @property
    def sheets(self) -> list[Sheet]:
        """The tables as they were built."""
        return from_json(self.content)

    def own_reports(self) -> DeputyReportQuerySet:
        """The deputies' own reports of the year, each in its latest edition; read for the report on deputies only."""
        return apps.get_model("reports", "DeputyReport").objects.of_year(self.year)

    def expected_digest(self) -> str:
        """What `digest` must be for these cells and files."""
        facts = {"kind": self.kind, "year": self.year, "edition": self.edition, "issuer": self.issuer}
        facts |= {"period": [f"{self.first_on}", f"{self.last_on}"], "counted_on": f"{self.counted_on}"}
        return digest({**facts, "tables": self.content, "files": self.files})

    def is_latest(self) -> bool:
        """Whether no newer edition of the year exists."""
        return not AnnualReport.objects.filter(kind=self.kind, year=self.year, edition__gt=self.edition).exists()
