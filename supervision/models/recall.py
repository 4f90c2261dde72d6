from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from deputies.states import Level
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.querysets.seats import RecallQuerySet
from supervision.states.seats import (
    AGAIN_AT_MOST,
    FLOORS,
    RECALL_FLOW,
    RecallState,
    SeatStandardCode,
    StopGround,
)

S = RecallState
_lawful = Q(code=SeatStandardCode.AGAIN, amount__range=(1, AGAIN_AT_MOST))
for _code, _least in FLOORS.items():
    _lawful |= Q(code=_code, amount__gte=_least)


@tracked()
class SeatStandard(Dated):
    """A number of recalls and by-elections, never laxer than the law."""

    code = models.CharField("标准", max_length=20, choices=SeatStandardCode)
    amount = models.PositiveSmallIntegerField("数量", help_text="不得低于法律规定的数。")

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "罢免补选标准"
        ordering = ["code", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="seat_standard_once",
                violation_error_message="这一标准在同一生效日期已有一行。",
            ),
            models.CheckConstraint(
                condition=_lawful,
                name="seat_standard_lawful",
                violation_error_message="不得低于选举法规定的数，请核对。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}：{self.amount}"

    @classmethod
    def amount_on(cls, code: str, day: date) -> int:
        """The number in force on `day`; the law's own where the office has ended the row."""
        row = cls.objects.latest_on(day, code=code)
        return row.amount if row else FLOORS.get(SeatStandardCode(code), AGAIN_AT_MOST)


@pghistory.track()
class Recall(Versioned):
    """A demand of voters to recall their deputy, until the vote is announced (选举法第五十条、第五十三条).

    Names of the voters stand in the papers handed in and nowhere else.
    """

    mandate = models.ForeignKey("deputies.Mandate", models.PROTECT, related_name="recalls", verbose_name="代表")
    received_on = models.DateField("收到日期")
    reasons = models.TextField("罢免理由")
    signatures = models.PositiveIntegerField("联名选民人数")
    state = models.CharField("状态", max_length=12, choices=S, default=S.RECEIVED, editable=False)
    verified = models.PositiveIntegerField("经核对的联名人数", null=True, blank=True)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    copied_on = models.DateField("送代表本人日期", null=True, blank=True)
    defence = models.TextField("书面申辩意见", blank=True)
    defended_on = models.DateField("申辩日期", null=True, blank=True)
    speaks = models.BooleanField("要求在选民会议上申辩", default=False)
    circulated_on = models.DateField("印发日期", null=True, blank=True)
    circulated_how = models.CharField("印发方式", max_length=120, blank=True)
    vote_on = models.DateField("表决日期", null=True, blank=True)
    presided_by = models.CharField("主持表决的负责人员", max_length=60, blank=True)
    end_reason = models.CharField("不予受理、终止的理由", max_length=300, blank=True)
    ground = models.CharField("终止情形", max_length=12, choices=StopGround, blank=True)
    review_on = models.DateField("资格审查报告日期", null=True, blank=True)
    review = models.TextField("资格审查报告", blank=True)
    announcement_no = models.CharField("公告文号", max_length=60, blank=True)
    announced_on = models.DateField("公告日期", null=True, blank=True)

    objects = RecallQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "罢免代表"
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["mandate"],
                condition=Q(state__in=(S.RECEIVED, S.ACCEPTED, S.CIRCULATED, S.PASSED, S.REVIEWED)),
                name="recall_once",
                violation_error_message="对这位代表的罢免要求正在办理。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.ANNOUNCED) | (Q(announced_on__isnull=False) & ~Q(announcement_no="")),
                name="recall_announced_by_number",
                violation_error_message="公告须写明文号和日期。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.RECEIVED, S.DECLINED, S.STOPPED)) | Q(verified__isnull=False),
                name="recall_verified_before_acceptance",
                violation_error_message="受理前须核对联名人数。",
            ),
        ]
        triggers = [
            RECALL_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="recall_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"罢免{self.mandate}"

    def get_absolute_url(self) -> str:
        return reverse("supervision:recall", args=[self.pk])

    @property
    def petition_code(self) -> str:
        """The standard that says how many must sign."""
        township = self.mandate.level == Level.TOWNSHIP
        return SeatStandardCode.RECALL_TOWNSHIP if township else SeatStandardCode.RECALL_DISTRICT


class RecallVote(models.Model):
    """One vote on a recall. Rows are only ever added: a void one stays beside the next."""

    recall = models.ForeignKey(Recall, models.PROTECT, related_name="votes", verbose_name="罢免")
    held_on = models.DateField("表决日期")
    voters = models.PositiveIntegerField("原选区选民人数")
    issued = models.PositiveIntegerField("发出票数")
    returned = models.PositiveIntegerField("收回票数")
    yes = models.PositiveIntegerField("赞成", default=0)
    no = models.PositiveIntegerField("反对", default=0)
    abstained = models.PositiveIntegerField("弃权", default=0)
    invalid = models.PositiveIntegerField("废票", default=0)
    void_reason = models.CharField("投票无效的理由", max_length=200, blank=True)
    outcome = models.CharField("结果", max_length=300)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "罢免表决"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(void_reason="")
                | (
                    Q(issued__lte=F("voters"), returned__lte=F("issued"))
                    & Q(returned=F("yes") + F("no") + F("abstained") + F("invalid"))
                ),
                name="recall_vote_adds_up",
                violation_error_message="票数不相符，请核对。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="recall_vote_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.outcome
