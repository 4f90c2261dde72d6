from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.ballot import Ballot
from supervision.models.ballot_parts import BallotLine
from supervision.models.problem import Problem
from supervision.models.question_session import QuestionSession, SessionSeat
from supervision.querysets.session_issues import SessionIssueQuerySet
from supervision.states.session_issues import SESSION_ISSUE_FLOW, IssueSource, IssueState, NoteKind

S = IssueState


@pghistory.track()
class SessionIssue(Versioned):
    """One line of the deputies' list (代表问题清单). What the body says to it are its rounds (整改清单)."""

    session = models.ForeignKey(QuestionSession, models.PROTECT, related_name="issues", verbose_name="问政")
    number = models.PositiveSmallIntegerField("序号")
    title = models.CharField("问题", max_length=100)
    facts = models.TextField("情况")
    wanted = models.TextField("代表要求")
    source = models.CharField("问题来源", max_length=10, choices=IssueSource)
    source_note = models.CharField("来源说明", max_length=200, blank=True)
    place = models.CharField("现场地点", max_length=120, blank=True)
    raised_by = models.ForeignKey(
        SessionSeat, models.PROTECT, null=True, blank=True, related_name="issues", verbose_name="提出代表"
    )
    body = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="session_issues", verbose_name="责任单位"
    )
    is_public = models.BooleanField("向社会公开", default=True)
    state = models.CharField("状态", max_length=10, choices=S, default=S.LISTED, editable=False)
    listed_at = models.DateTimeField("列入时间")
    handed_at = models.DateTimeField("交办时间", null=True, blank=True)
    round_number = models.PositiveSmallIntegerField("第几轮整改", default=1)
    drop_reason = models.CharField("不列入的理由", max_length=200, blank=True)
    closed_at = models.DateTimeField("销号时间", null=True, blank=True)

    objects = SessionIssueQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "问政问题"
        ordering = ["session", "number"]
        indexes = [models.Index(fields=["state", "body"], name="session_issue_state")]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="session_issue_number"),
            models.CheckConstraint(
                condition=~Q(state__in=(S.HANDED, S.PLANNED, S.REMEDY, S.REPORTED, S.CLOSED))
                | Q(handed_at__isnull=False),
                name="session_issue_handed",
                violation_error_message="问题还没有交办。",
            ),
        ]
        triggers = [
            SESSION_ISSUE_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="session_issue_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("supervision:session-issue", args=[self.pk])

    @property
    def round(self) -> Any:
        """The round at work, or the last one; None before the issue was handed over."""
        return self.rounds.filter(number=self.round_number).first()

    @property
    def open_ballot(self) -> Ballot | None:
        """The ballot by which it is being reviewed, until its result is announced."""
        line = BallotLine.objects.waiting_about(self).first()
        return line.ballot if line else None

    @property
    def ledger_row(self) -> Problem | None:
        """Its row of the ledger of problems, unless it was taken out again."""
        return Problem.objects.of_source(self).counted().order_by("-pk").first()


@pghistory.track()
class IssueRound(models.Model):
    """One turn of putting it right: plan, agreement, result, review. A second one leaves the first as it was."""

    issue = models.ForeignKey(SessionIssue, models.PROTECT, related_name="rounds", verbose_name="问题")
    number = models.PositiveSmallIntegerField("轮次")
    measures = models.TextField("整改措施", blank=True)
    person = models.CharField("责任人", max_length=60, blank=True)
    due_on = models.DateField("完成时限", null=True, blank=True)
    planned_at = models.DateTimeField("报送方案时间", null=True, blank=True)
    talked_with = models.CharField("听取了谁的意见", max_length=200, blank=True)
    talked_on = models.DateField("听取意见日期", null=True, blank=True)
    talk_note = models.TextField("意见和采纳情况", blank=True)
    agreed_at = models.DateTimeField("方案公布时间", null=True, blank=True)
    result = models.TextField("整改结果", blank=True)
    account = models.CharField("问责情况", max_length=300, blank=True)
    reported_at = models.DateTimeField("报送结果时间", null=True, blank=True)
    count = models.ForeignKey(
        "ballots.PaperCount", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评议计票"
    )
    line = models.ForeignKey(
        BallotLine, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评议表决"
    )
    outcome = models.CharField("评议结果", max_length=20, blank=True)
    reviewed_at = models.DateTimeField("评议时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "整改轮次"
        ordering = ["issue", "number"]
        constraints = [models.UniqueConstraint(fields=["issue", "number"], name="issue_round_once")]
        triggers = [pgtrigger.Protect(name="issue_round_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.issue}第{self.number}轮整改"

    @property
    def review(self) -> dict[str, Any] | None:
        """How the outcome was found, on paper or by ballot: formula, rule, whether it was passed."""
        if self.line:
            rule, words = self.line.ballot.rule, self.line.ballot.rule_text
            return {"formula": self.line.formula, "rule": words, "passed": self.outcome != rule.otherwise}
        if self.count:
            passed = self.outcome != self.count.rule.otherwise
            return {"formula": self.count.formula, "rule": self.count.rule_text, "passed": passed}
        return None


class IssueNote(models.Model):
    """One line of the timeline of an issue: progress, reasons for delay, whether somebody was held to account."""

    issue = models.ForeignKey(SessionIssue, models.PROTECT, related_name="notes", verbose_name="问题")
    round_number = models.PositiveSmallIntegerField("轮次")
    kind = models.CharField("内容", max_length=10, choices=NoteKind)
    text = models.TextField("说明")
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="单位"
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="填写人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "问政问题进展"
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(name="issue_note_is_kept", operation=pgtrigger.Delete | pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.text[:40]}"
