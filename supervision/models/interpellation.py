from datetime import date
from fractions import Fraction
from typing import Any

import pghistory
import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from foundation.audit.history import tracked
from foundation.ballots import Sign
from foundation.workflow.models import Versioned
from supervision.models.ballot import Ballot
from supervision.models.ballot_parts import BallotLine
from supervision.querysets.interpellations import InterpellationQuerySet
from supervision.states.ballots import ENDED
from supervision.states.interpellations import PROPOSAL_FLOW, AnswerForm, ProposalKind, ProposalState, Venue

S = ProposalState


@tracked()
class InitiatorRule(Dated):
    """How many have to raise it together, and how many of them have to be dissatisfied for another answer."""

    kind = models.CharField("事项", max_length=16, choices=ProposalKind)
    venue = models.CharField("由谁提出", max_length=10, choices=Venue)
    least = models.PositiveSmallIntegerField("最少联名人数", validators=[MinValueValidator(1)])
    again_top = models.PositiveSmallIntegerField("再作答复的不满意比例（分子）", default=1)
    again_bottom = models.PositiveSmallIntegerField(
        "再作答复的不满意比例（分母）", default=2, validators=[MinValueValidator(1)]
    )
    again_sign = models.CharField("比例的比较", max_length=2, choices=Sign, default=Sign.AT_LEAST)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "质询、询问联名人数"
        ordering = ["kind", "venue", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["kind", "venue", "valid_from"],
                name="initiator_rule_once",
                violation_error_message="同一事项在同一生效日期只能有一条。",
            ),
            models.CheckConstraint(
                condition=Q(least__gte=1, again_bottom__gte=1, again_top__lte=F("again_bottom")),
                name="initiator_rule_numbers",
                violation_error_message="联名人数至少1人，比例的分子不能大于分母。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.get_venue_display()}{self.least}人以上"

    @classmethod
    def of(cls, kind: str, venue: str, on: date) -> "InitiatorRule | None":
        """The row in force on that day."""
        found: InitiatorRule | None = cls.objects.latest_on(on, kind=kind, venue=venue)
        return found

    def asks_again(self, dissatisfied: int, initiators: int) -> bool:
        """Whether so many dissatisfied initiators get another answer."""
        share = Fraction(dissatisfied, initiators)
        return Sign(self.again_sign).holds(share, Fraction(self.again_top, self.again_bottom))


@pghistory.track()
class Interpellation(Versioned):
    """An interpellation, or a proposal to hold a thematic inquiry, with its object, question and content."""

    kind = models.CharField("事项", max_length=16, choices=ProposalKind)
    venue = models.CharField("由谁提出", max_length=10, choices=Venue)
    title = models.CharField("题目", max_length=100)
    question = models.TextField("质询的问题")
    content = models.TextField("内容和理由")
    body = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="interpellations", verbose_name="受质询机关"
    )
    meeting = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="在哪次会议提出"
    )
    initiators = models.ManyToManyField("deputies.Deputy", related_name="interpellations", verbose_name="联名人")
    rule = models.ForeignKey(InitiatorRule, models.PROTECT, related_name="+", verbose_name="所用规定")
    state = models.CharField("状态", max_length=10, choices=S, default=S.RAISED, editable=False)
    raised_at = models.DateTimeField("提出时间")
    raised_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    decided_by = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定的会议"
    )
    answer_form = models.CharField("答复形式", max_length=8, choices=AnswerForm, blank=True)
    due_on = models.DateField("答复期限", null=True, blank=True)
    again_on = models.DateField("不满意的再作答复期限", null=True, blank=True)
    reason = models.CharField("不列入、撤回的理由", max_length=300, blank=True)
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)

    objects = InterpellationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "质询案和专题询问提议"
        ordering = ["-raised_at", "-pk"]
        triggers = [
            PROPOSAL_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="interpellation_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:interpellation", args=[self.pk])

    @property
    def open_ballot(self) -> Ballot | None:
        """The ballot of its initiators, until the result is announced."""
        found: Ballot | None = Ballot.objects.about(self).exclude(state__in=ENDED).last()
        return found


class InterpellationAnswer(models.Model):
    """One answer, with what its initiators said of it; a further one does not replace it."""

    interpellation = models.ForeignKey(Interpellation, models.PROTECT, related_name="answers", verbose_name="质询案")
    number = models.PositiveSmallIntegerField("第几次")
    speaker = models.CharField("答复人", max_length=60)
    text = models.TextField("答复")
    answered_at = models.DateTimeField("答复时间")
    dissatisfied = models.PositiveSmallIntegerField("不满意人数", null=True, blank=True)
    judged_at = models.DateTimeField("评价时间", null=True, blank=True)
    line = models.ForeignKey(
        BallotLine, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评价表决"
    )

    class Meta:
        verbose_name = verbose_name_plural = "质询答复"
        ordering = ["interpellation", "number"]
        constraints = [models.UniqueConstraint(fields=["interpellation", "number"], name="interpellation_answer_once")]
        triggers = [pgtrigger.Protect(name="interpellation_answer_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.interpellation}第{self.number}次答复"

    def judge(self, dissatisfied: int, at: Any, line: BallotLine | None = None) -> None:
        """What the initiators said, told to the office or voted."""
        self.dissatisfied, self.judged_at, self.line = dissatisfied, at, line
        self.save(update_fields=["dissatisfied", "judged_at", "line"])
