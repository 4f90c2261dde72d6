from datetime import date
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.ballot import Ballot
from supervision.models.ledger_standard import LedgerStandard
from supervision.models.problem import Problem
from supervision.models.undertaking import Undertaking
from supervision.querysets.opinions import OpinionQuerySet
from supervision.states.ballots import BallotState
from supervision.states.delay import DelayState
from supervision.states.opinion import OPINION_FLOW, REPORT_OWED, WITH_BODY, OpinionState, PaperKind, ReportTerm
from supervision.states.problem import LedgerCode

S = OpinionState
GONE = (BallotState.CANCELLED, BallotState.VOID)
NOT_CONTENT = ("不满意", "不称职", "未通过", "不通过")


@pghistory.track()
class DeliberationOpinion(Versioned):
    """What the standing committee told a body after deliberating (审议意见), until the body's report is passed.

    Handed to several bodies under one number, each body has a row of its own whose `main` is the first one's.
    `round` counts the reports; `failures` those that were not passed. `term` is the clock its report runs under and
    `due_on` that clock's day.
    """

    undertaking = models.ForeignKey(
        Undertaking,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deliberation_opinions",
        verbose_name="监督事项",
    )
    title = models.CharField("标题", max_length=120)
    text = models.TextField("审议意见")
    committee = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="opinions_kept", verbose_name="负责的工作委员会"
    )
    meeting = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, related_name="deliberation_opinions", verbose_name="审议的常委会会议"
    )
    heard_on = models.DateField("审议日期")
    state = models.CharField("状态", max_length=12, choices=S, default=S.DRAFT, editable=False)
    drafted_at = models.DateTimeField("登记时间")
    council = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="通过的主任会议"
    )
    adopted_on = models.DateField("通过日期", null=True, blank=True)
    unit = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deliberation_opinions",
        verbose_name="承办机关",
    )
    main = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="shares", verbose_name="同一文号的首件"
    )
    head = models.CharField("文头", max_length=60, blank=True)
    number = models.CharField("文号", max_length=40, blank=True)
    handed_on = models.DateField("交办日期", null=True, blank=True)
    term = models.CharField("报告期限", max_length=30, choices=ReportTerm, blank=True)
    due_on = models.DateField("报告截止日期", null=True, blank=True)
    round = models.PositiveSmallIntegerField("办理轮次", default=1)
    failures = models.PositiveSmallIntegerField("未通过次数", default=0)
    struck_on = models.DateField("销号日期", null=True, blank=True)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "审议意见"
        ordering = ["-heard_on", "-pk"]
        indexes = [models.Index(fields=["state", "due_on"], name="opinion_state_due")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=WITH_BODY)
                | (Q(unit__isnull=False, due_on__isnull=False, handed_on__isnull=False) & ~Q(number="")),
                name="opinion_handed_to_a_body",
                violation_error_message="交办须写明承办机关、文号和报告期限。",
            ),
            models.CheckConstraint(
                condition=Q(state=S.DRAFT) | Q(adopted_on__isnull=False),
                name="opinion_adopted_before_it_goes",
                violation_error_message="审议意见经主任会议通过后交办。",
            ),
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number="") & Q(main__isnull=True),
                name="opinion_number_once",
                violation_error_message="已有同一文号的审议意见，请核对。",
            ),
        ]
        triggers = [
            OPINION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="opinion_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:opinion", args=[self.pk])

    def family(self) -> models.QuerySet["DeliberationOpinion"]:
        """Everybody's row under its number, this one among them, the first one first."""
        first = self.main_id or self.pk
        return type(self)._default_manager.filter(Q(pk=first) | Q(main=first)).order_by("pk")

    def is_planned(self) -> bool:
        """Whether the body has said how it will handle it."""
        return self.papers.filter(kind=PaperKind.PLAN).exists()

    def last_ballot(self) -> Ballot | None:
        """The ballot on this round's report that was neither cancelled nor void."""
        report = self.papers.filter(kind=PaperKind.REPORT, round=self.round).order_by("-at").first()
        rows = Ballot.objects.about(self).exclude(state__in=GONE)
        return rows.filter(planned_at__gte=report.at).last() if report else None

    def ballot_outcome(self) -> str | None:
        """ "pass" or "fail" as the ballot said, "" when none was held, None while one is not announced."""
        ballot = self.last_ballot()
        if ballot is None:
            return ""
        if ballot.state != BallotState.ANNOUNCED:
            return None
        line = ballot.lines.first()
        return "fail" if line is None or line.outcome in NOT_CONTENT else "pass"

    def open_problems(self) -> int:
        """How many problems listed from this opinion are not struck off."""
        return Problem.objects.of_source(self).open().count()

    def can_wait(self) -> bool:
        """Whether more time can be asked for."""
        return self.state in REPORT_OWED

    def delays_left(self, on: date) -> int:
        """How often more time may still be granted in this round."""
        granted = self.delays.filter(state=DelayState.GRANTED, round=self.round).count()
        return LedgerStandard.amount_on(LedgerCode.DELAYS, on) - granted


class OpinionPaper(models.Model):
    """A paper on the way of an opinion, never changed: the next round brings papers of its own."""

    opinion = models.ForeignKey(DeliberationOpinion, models.PROTECT, related_name="papers", verbose_name="审议意见")
    kind = models.CharField("材料", max_length=10, choices=PaperKind)
    round = models.PositiveSmallIntegerField("办理轮次")
    text = models.TextField("内容")
    adopted = models.TextField("采纳情况和未采纳的理由", blank=True)
    effect = models.TextField("措施和成效", blank=True)
    late_reason = models.TextField("逾期原因", blank=True)
    at = models.DateTimeField("时间")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="提交人")

    class Meta:
        verbose_name = verbose_name_plural = "审议意见办理材料"
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(name="opinion_paper_is_kept", operation=pgtrigger.Delete | pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.opinion}"

    def get_absolute_url(self) -> str:
        return self.opinion.get_absolute_url()

    @property
    def parts(self) -> list[tuple[str, Any]]:
        """The filled texts under their headings."""
        fields = ("adopted", "effect", "late_reason")
        return [
            (str(self._meta.get_field(name).verbose_name), getattr(self, name))
            for name in fields
            if getattr(self, name)
        ]
