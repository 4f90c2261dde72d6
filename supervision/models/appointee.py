import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.querysets.appointees import (
    AppointeeMeasureQuerySet,
    AppointeeQuerySet,
    DutyReportQuerySet,
    DutyRoundQuerySet,
)
from supervision.states.appointees import (
    DUTY_REPORT_FLOW,
    DUTY_ROUND_FLOW,
    MEASURE_FLOW,
    DutyReportState,
    MeasureState,
    RoundState,
)


@pghistory.track()
class Appointee(Versioned):
    """Somebody the standing committee has appointed, in one post, from a day until a day."""

    name = models.CharField("姓名", max_length=40)
    organ = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="appointees", verbose_name="任职机关"
    )
    post = models.CharField("职务", max_length=80)
    user = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="appointee_posts", verbose_name="登录账号"
    )
    appointed_on = models.DateField("任命日期")
    basis = models.CharField("任命依据", max_length=120, help_text="通过任命的会议。")
    ended_on = models.DateField("离任日期", null=True, blank=True)
    end_reason = models.CharField("离任原因", max_length=120, blank=True)

    objects = AppointeeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任命人员"
        ordering = ["organ__pinyin_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("appointed_on")),
                name="appointee_days",
                violation_error_message="离任日期不能早于任命日期。",
            ),
            models.UniqueConstraint(
                fields=["name", "organ", "post"],
                condition=Q(ended_on__isnull=True),
                name="appointee_in_post_once",
                violation_error_message="这名任命人员的这一职务已经登记。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="appointee_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.name}（{self.post}）"

    def get_absolute_url(self) -> str:
        return reverse("supervision:appointee", args=[self.pk])


@pghistory.track()
class DutyRound(Versioned):
    """The duty reports of one year, and the organs whose appointees are balloted this year."""

    year = models.PositiveSmallIntegerField("年度", unique=True, error_messages={"unique": "这个年度已经开展述职。"})
    due_on = models.DateField("提交期限")
    state = models.CharField("状态", max_length=8, choices=RoundState, default=RoundState.OPEN, editable=False)
    organs = models.ManyToManyField(
        "accounts.Organisation", related_name="duty_rounds", verbose_name="本年测评的机关", blank=True
    )
    meeting = models.ForeignKey(
        "deputies.Meeting",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duty_rounds",
        verbose_name="测评的常委会会议",
    )
    opened_at = models.DateTimeField("开展时间")

    objects = DutyRoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "任命人员年度述职"
        ordering = ["-year"]
        triggers = [
            DUTY_ROUND_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="duty_round_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.year}年任命人员述职"

    def get_absolute_url(self) -> str:
        return reverse("supervision:duty-round", args=[self.pk])


@pghistory.track()
class DutyReport(Versioned):
    """One appointee's report of a year, and what the ballot on it came to."""

    round = models.ForeignKey(DutyRound, models.PROTECT, related_name="reports", verbose_name="年度述职")
    appointee = models.ForeignKey(Appointee, models.PROTECT, related_name="reports", verbose_name="任命人员")
    is_balloted = models.BooleanField("列入测评", default=False)
    state = models.CharField(
        "状态", max_length=10, choices=DutyReportState, default=DutyReportState.ASKED, editable=False
    )
    text = models.TextField("履职报告", blank=True)
    kept_promises = models.TextField("承诺兑现情况", blank=True)
    handed_at = models.DateTimeField("提交时间", null=True, blank=True)
    return_reason = models.CharField("退回理由", max_length=300, blank=True)
    outcome = models.CharField("测评结果", max_length=20, blank=True)
    formula = models.CharField("计算", max_length=300, blank=True)
    balloted_on = models.DateField("测评日期", null=True, blank=True)

    objects = DutyReportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "履职报告"
        ordering = ["round", "appointee__organ__pinyin_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "appointee"],
                name="duty_report_once",
                violation_error_message="这名任命人员本年度的履职报告已经列入。",
            ),
        ]
        triggers = [
            DUTY_REPORT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="duty_report_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.appointee.name}{self.round.year}年履职报告"

    def get_absolute_url(self) -> str:
        return reverse("supervision:duty-report", args=[self.pk])


@tracked()
class BallotConsequence(Dated):
    """What follows from a result of the ballot on appointees (结果运用); an editable row."""

    outcome = models.CharField("测评结果", max_length=20)
    what = models.CharField("怎样运用", max_length=200)
    months = models.PositiveSmallIntegerField("落实期限（月）", default=3)
    order = models.PositiveSmallIntegerField("顺序", default=1)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "任命人员测评结果运用"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["outcome", "what", "valid_from"],
                name="ballot_consequence_once",
                violation_error_message="这一条已经登记。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome}：{self.what}"


@pghistory.track()
class AppointeeMeasure(Versioned):
    """One consequence of a ballot for one appointee: ordered, reported, confirmed."""

    report = models.ForeignKey(DutyReport, models.PROTECT, related_name="measures", verbose_name="履职报告")
    what = models.CharField("要求", max_length=200)
    due_on = models.DateField("落实期限")
    state = models.CharField("状态", max_length=10, choices=MeasureState, default=MeasureState.ORDERED, editable=False)
    text = models.TextField("落实情况", blank=True)
    return_reason = models.CharField("退回理由", max_length=300, blank=True)
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)

    objects = AppointeeMeasureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "测评后续措施"
        ordering = ["due_on", "pk"]
        triggers = [
            MEASURE_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="appointee_measure_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.report.appointee.name}：{self.what}"

    def get_absolute_url(self) -> str:
        return self.report.get_absolute_url()
