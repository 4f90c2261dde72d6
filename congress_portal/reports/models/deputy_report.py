"""One deputy's yearly performance report (年度履职报告), edition by edition."""

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress_portal.reports.querysets import DeputyReportQuerySet
from congress_portal.reports.states import DEPUTY_REPORT_FLOW, DeputyReportState
from deputies.states import Level
from foundation.documents.figures import digest
from foundation.workflow.models import Versioned

NOT_CONFIRMED = ~Q(state=DeputyReportState.CONFIRMED)


class DeputyReport(Versioned):
    """`content` is all the page and the files show, `figures` the numbers the summaries add up.

    `asked_at` names the count it was last looked at in, so that a job that was killed does nothing twice. Confirmed, it
    is frozen by `digest`, a SHA-256 over content, the deputy's own words and the hashes of its files; a correction is
    another edition with its reason (F91).
    """

    deputy = models.ForeignKey("deputies.Deputy", models.PROTECT, related_name="year_reports", verbose_name="代表")
    year = models.PositiveSmallIntegerField("年度")
    edition = models.PositiveSmallIntegerField("版次", default=1)
    state = models.CharField(
        "状态", max_length=10, choices=DeputyReportState, default=DeputyReportState.BUILT, editable=False
    )
    level = models.CharField("层级", max_length=10, choices=Level)
    delegation = models.ForeignKey(
        "deputies.Delegation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代表团"
    )
    asked_at = models.DateTimeField("统计批次")
    counted_on = models.DateField("统计截止日")
    built_at = models.DateTimeField("生成时间", null=True, blank=True)
    failure = models.CharField("失败原因", max_length=300, blank=True)
    issuer = models.CharField("出具单位", max_length=100, blank=True)
    content = models.JSONField("内容", default=dict, encoder=DjangoJSONEncoder)
    figures = models.JSONField("数字", default=dict, encoder=DjangoJSONEncoder)
    words_until = models.DateField("补充期限", null=True, blank=True)
    summary = models.TextField("履职小结", blank=True)
    problems = models.TextField("存在的不足", blank=True)
    plan = models.TextField("下一步打算", blank=True)
    written_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提交人"
    )
    written_at = models.DateTimeField("提交时间", null=True, blank=True)
    sent_back_for = models.TextField("退回理由", blank=True)
    checked_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核对人"
    )
    checked_at = models.DateTimeField("核对时间", null=True, blank=True)
    check_note = models.CharField("核对意见", max_length=300, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定人"
    )
    confirmed_at = models.DateTimeField("审定时间", null=True, blank=True)
    files = models.JSONField("文件校验值", default=dict)
    digest = models.CharField("校验值（SHA-256）", max_length=64, blank=True)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name="更正哪一版"
    )
    reason = models.TextField("更正理由", blank=True)

    objects = DeputyReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表年度履职报告"
        ordering = ["-year", "deputy__pinyin_key", "-edition"]
        indexes = [models.Index(fields=["year", "state"], name="deputy_report_of_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "year", "edition"],
                name="deputy_report_edition_once",
                violation_error_message="该代表这一年度已有这一版履职报告。",
            ),
            models.UniqueConstraint(
                fields=["deputy", "year"],
                condition=NOT_CONFIRMED,
                name="deputy_report_one_open",
                violation_error_message="该代表这一年度已有一版履职报告未审定，请在那一版上继续。",
            ),
            models.CheckConstraint(
                condition=NOT_CONFIRMED | (~Q(digest="") & Q(confirmed_at__isnull=False)),
                name="deputy_report_confirmed_with_digest",
                violation_error_message="审定履职报告须有审定时间和校验值。",
            ),
            models.CheckConstraint(
                condition=~Q(state=DeputyReportState.FAILED) | ~Q(failure=""),
                name="deputy_report_failed_with_reason",
                violation_error_message="生成失败须写明原因。",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""),
                name="deputy_report_corrected_with_reason",
                violation_error_message="更正履职报告须写明理由。",
            ),
        ]
        triggers = [
            DEPUTY_REPORT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(
                name="confirmed_report_is_fixed",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state=DeputyReportState.CONFIRMED),
            ),
        ]

    def __str__(self) -> str:
        edition = f"（第{self.edition}版）" if self.edition > 1 else ""
        return f"{self.deputy.name}{self.year}年度履职报告{edition}"

    def get_absolute_url(self) -> str:
        return reverse("reports:deputy-report", args=[self.pk])

    @property
    def is_confirmed(self) -> bool:
        return self.state == DeputyReportState.CONFIRMED

    def is_latest(self) -> bool:
        """Whether the deputy has no newer edition of the year."""
        later = DeputyReport.objects.filter(deputy=self.deputy_id, year=self.year, edition__gt=self.edition)
        return not later.exists()

    @property
    def has_words(self) -> bool:
        """Whether the deputy has added something of his own."""
        return bool(self.summary or self.problems or self.plan)

    @property
    def words(self) -> dict[str, str]:
        """The deputy's own words under their headings; what he left blank is left out."""
        rows = [("履职小结", self.summary), ("存在的不足", self.problems), ("下一步打算", self.plan)]
        return {label: text for label, text in rows if text}

    def facts_digest(self) -> str:
        """The same for the same figures and words: then the files need not be written again."""
        facts = {"deputy": self.deputy_id, "year": self.year, "edition": self.edition, "issuer": self.issuer}
        return digest({**facts, "counted_on": f"{self.counted_on}", "content": self.content, "words": self.words})

    def expected_digest(self) -> str:
        """What `digest` must be for this content, these words and files."""
        return digest({"facts": self.facts_digest(), "files": self.files})
