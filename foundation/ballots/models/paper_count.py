from typing import Any

import pgtrigger
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q

from foundation.ballots.arithmetic import result_by
from foundation.ballots.querysets import PaperCountQuerySet
from foundation.ballots.terms import Papers, Tally
from foundation.workflow.models import Versioned


class CountState(models.TextChoices):
    ENTERED = "entered", "待核对"
    CONFIRMED = "confirmed", "已核对"
    RETURNED = "returned", "退回重录"


class PaperCount(Versioned):
    """A ballot on paper, entered by one clerk and checked by a second. Checked, it never changes again.

    `rule_text` is the rule as it was used; `recount()` must always come to what is kept here (F46). Where several
    bodies ballot, `groups` holds the figures of each by name and the figures of the row are their sums.
    """

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="对象类别")
    subject_id = models.CharField("对象编号", max_length=64)
    subject = GenericForeignKey("subject_type", "subject_id")
    topic = models.CharField("测评事项", max_length=200)
    rule = models.ForeignKey(
        "ballots.BallotRule", on_delete=models.PROTECT, related_name="counts", verbose_name="测评办法"
    )
    held_on = models.DateField("测评日期")
    all_members = models.PositiveIntegerField("应到人数", null=True, blank=True)
    present = models.PositiveIntegerField("实到人数")
    issued = models.PositiveIntegerField("发出票数")
    returned = models.PositiveIntegerField("收回票数")
    invalid = models.PositiveIntegerField("无效票数", default=0)
    votes = models.JSONField("各等次票数", default=dict)
    groups = models.JSONField("各测评主体计票", default=dict, blank=True)
    state = models.CharField("状态", max_length=10, choices=CountState, default=CountState.ENTERED)
    entered_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="录入人")
    entered_at = models.DateTimeField("录入时间")
    checked_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核对人"
    )
    checked_at = models.DateTimeField("核对时间", null=True, blank=True)
    return_reason = models.CharField("退回理由", max_length=200, blank=True)
    stands = models.BooleanField("测评有效", null=True)
    outcome = models.CharField("结果", max_length=20, blank=True)
    alerts = models.JSONField("触发事项", default=list)
    score = models.DecimalField("得分", max_digits=5, decimal_places=2, null=True, blank=True)
    formula = models.TextField("计算过程", blank=True)
    rule_text = models.TextField("所用办法", blank=True)

    objects = PaperCountQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "纸质测评计票"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(issued__lte=F("present")),
                name="count_issued_within_present",
                violation_error_message="发出票数不能多于到会人数。",
            ),
            models.CheckConstraint(
                condition=Q(all_members__isnull=True) | Q(present__lte=F("all_members")),
                name="count_present_within_members",
                violation_error_message="到会人数不能多于应到人数。",
            ),
            models.CheckConstraint(
                condition=Q(invalid__lte=F("returned")),
                name="count_invalid_within_returned",
                violation_error_message="无效票不能多于收回票。",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("entered_by")),
                name="count_checked_by_a_second",
                violation_error_message="计票应当由另一名工作人员核对。",
            ),
            models.CheckConstraint(
                condition=~Q(state=CountState.CONFIRMED) | Q(stands__isnull=False, checked_by__isnull=False),
                name="count_confirmed_with_result",
                violation_error_message="核对后的计票应当有结果。",
            ),
            models.UniqueConstraint(
                fields=["subject_type", "subject_id"],
                condition=Q(state=CountState.ENTERED) | Q(state=CountState.CONFIRMED, stands=True),
                name="one_count_in_force",
                violation_error_message="这次测评已有计票，请核对已录入的计票。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="count_is_kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="checked_count_stays", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__state="entered")
            ),
        ]

    def __str__(self) -> str:
        return self.topic

    def papers(self) -> Papers | dict[str, Papers]:
        """The figures for the arithmetic; of a ballot of several bodies each one's under its name."""
        if self.groups:
            return {name: Papers(**figures) for name, figures in self.groups.items()}
        return Papers(self.present, self.issued, self.returned, self.votes, self.invalid, self.all_members)

    def recount(self) -> Tally:
        """The result worked out again from the figures, by the rule as the row says today."""
        return result_by(self.rule.terms(), self.papers())

    @property
    def bodies(self) -> list[tuple[str, Papers]]:
        """Each body with its own figures, in the order of the rule; empty where one body ballots."""
        names = [group.name for group in self.rule.groups.all()]
        return [(name, Papers(**self.groups[name])) for name in names if name in self.groups]

    @property
    def lines(self) -> list[tuple[str, int, Any]]:
        """Grade, votes, per cent of the base (None while the ballot does not stand)."""
        shares = self.recount().shares
        return [(grade, self.votes.get(grade, 0), shares.get(grade)) for grade in self.rule.grade_names]
