import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.querysets import VoterReportQuerySet
from deputies.states import AHEAD, GIVEN, MENDING, VOTER_REPORT_FLOW, VoterReportState
from foundation.workflow.models import Versioned

S = VoterReportState


@pghistory.track()
class VoterReport(Versioned):
    """One deputy's report to his voters (向选民述职, 代表法 58): plan, statement, meeting, ballot, rectification.

    The meeting is an activity of kind report_to_voters and may hold several reports; `count` is the ballot that stands.
    """

    mandate = models.ForeignKey(
        "deputies.Mandate", on_delete=models.PROTECT, related_name="voter_reports", verbose_name="代表"
    )
    year = models.PositiveSmallIntegerField("年度")
    planned_on = models.DateField("计划述职日期")
    statement_due_on = models.DateField("述职报告提交期限")
    audience = models.CharField("向谁述职", max_length=200)
    state = models.CharField("状态", max_length=10, choices=S, default=S.PLANNED, editable=False)
    planned_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    planned_at = models.DateTimeField("安排时间")
    statement = models.TextField("述职报告", blank=True)
    submitted_at = models.DateTimeField("提交时间", null=True, blank=True)
    return_note = models.TextField("修改意见", blank=True)
    read_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审阅人"
    )
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    activity = models.ForeignKey(
        "deputies.Activity",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="voter_reports",
        verbose_name="述职会议",
    )
    held_on = models.DateField("述职日期", null=True, blank=True)
    count = models.ForeignKey(
        "ballots.PaperCount", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="测评计票"
    )
    outcome = models.CharField("测评结果", max_length=20, blank=True)
    result_published_at = models.DateTimeField("结果公布时间", null=True, blank=True)
    rectification = models.TextField("整改报告", blank=True)
    rectified_at = models.DateTimeField("整改报告提交时间", null=True, blank=True)
    rectification_note = models.TextField("整改意见", blank=True)
    closed_at = models.DateTimeField("确认时间", null=True, blank=True)
    cancel_reason = models.CharField("取消理由", max_length=200, blank=True)

    objects = VoterReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表述职"
        ordering = ["-planned_on", "-pk"]
        indexes = [models.Index(fields=["-planned_on", "-id"]), models.Index(fields=["state", "planned_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate", "year"],
                condition=~Q(state=S.CANCELLED),
                name="voter_report_once_a_year",
                violation_error_message="这位代表本年度已安排述职。",
            ),
            models.CheckConstraint(
                condition=Q(statement_due_on__lte=F("planned_on")),
                name="voter_report_statement_first",
                violation_error_message="述职报告提交期限不能晚于述职日期。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.PLANNED, S.CANCELLED)) | ~Q(statement=""),
                name="voter_report_has_statement",
                violation_error_message="请先写述职报告。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(*AHEAD, S.CANCELLED)) | Q(held_on__isnull=False),
                name="voter_report_held_has_day",
                violation_error_message="已述职的应当有述职日期。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.BALLOTED, *MENDING)) | Q(count__isnull=False),
                name="voter_report_result_has_count",
                violation_error_message="测评结果应当有核对过的计票。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.CANCELLED) | ~Q(cancel_reason=""),
                name="voter_report_cancelled_with_reason",
                violation_error_message="取消述职安排须写明理由。",
            ),
        ]
        triggers = [
            VOTER_REPORT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="voter_report_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.mandate.deputy.name}{self.year}年述职"

    def get_absolute_url(self) -> str:
        return reverse("deputies:voter-report", args=[self.pk])

    @property
    def is_given(self) -> bool:
        return self.state in GIVEN

    @property
    def waits_for_meeting(self) -> bool:
        """Read and published, and no meeting is called for it."""
        return self.state == S.ACCEPTED and self.activity_id is None
