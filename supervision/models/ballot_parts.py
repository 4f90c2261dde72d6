"""What belongs to a ballot: its lines, the roll, and the papers as two people counted them."""

from decimal import Decimal
from typing import Any

import pghistory
import pgtrigger
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from supervision.models.ballot import Ballot
from supervision.models.ballot_body import BallotBody
from supervision.querysets.ballots import BallotLineQuerySet
from supervision.states.ballots import ReadingState


@pghistory.track()
class BallotLine(models.Model):
    """One line of the paper: a matter, a nominee, a project; `target` is what it stands for.

    `votes` {grade: papers}, electronic and paper together; `shares` are per cent of the base as text with two decimals.
    Where bodies are weighed `by_body` holds each one's papers, [{"name", "votes", "invalid", "returned"}], and `votes`
    are their sums, by which nothing is decided.
    """

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="lines", verbose_name="表决")
    order = models.PositiveSmallIntegerField("顺序")
    name = models.CharField("表决项", max_length=200)
    note = models.CharField("说明", max_length=300, blank=True)
    target_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="对应事项类别"
    )
    target_id = models.CharField("对应事项编号", max_length=64, blank=True)
    target = GenericForeignKey("target_type", "target_id")
    votes = models.JSONField("各选项票数", default=dict, blank=True)
    invalid = models.PositiveIntegerField("无效票", null=True, blank=True)
    stands = models.BooleanField("有效", null=True)
    outcome = models.CharField("结果", max_length=20, blank=True)
    score = models.DecimalField("得分", max_digits=5, decimal_places=2, null=True, blank=True)
    shares = models.JSONField("占基数的百分比", default=dict, blank=True)
    alerts = models.JSONField("触发事项", default=list, blank=True)
    formula = models.TextField("计算过程", blank=True)
    by_body = models.JSONField("各测评主体计票", default=list, blank=True)

    objects = BallotLineQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "表决项"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "order"], name="ballot_line_once", violation_error_message="表决项顺序重复。"
            ),
            models.UniqueConstraint(
                fields=["ballot", "name"], name="ballot_line_name", violation_error_message="表决项不能同名。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="ballot_line_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    @property
    def rows(self) -> list[tuple[str, int, Decimal | None]]:
        """Grade, votes, per cent of the base, in the order of the rule."""
        shares = {grade: Decimal(share) for grade, share in self.shares.items()}
        return [(grade, self.votes.get(grade, 0), shares.get(grade)) for grade in self.ballot.rule.grade_names]


@pghistory.track()
class Elector(models.Model):
    """A member who may vote, whether he came, and whether he uses paper. Whether he voted is in the electronic roll."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="electors", verbose_name="表决")
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="表决人")
    name = models.CharField("姓名", max_length=40)
    body = models.ForeignKey(
        BallotBody, models.PROTECT, null=True, blank=True, related_name="electors", verbose_name="测评主体"
    )
    is_present = models.BooleanField("到会", default=False)
    on_paper = models.BooleanField("使用纸质票", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "表决人"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "user"], name="elector_once", violation_error_message="每人在名册上只有一行。"
            ),
            models.CheckConstraint(
                condition=Q(on_paper=False) | Q(is_present=True),
                name="elector_paper_present",
                violation_error_message="没有到会的，不能发给纸质票。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="elector_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name


class PaperReading(models.Model):
    """The papers as one person counted them (清点). Two of a round that are alike stand; unlike ones are counted again.

    `figures`: for each line in order {"votes": {grade: papers}, "invalid": papers};
    where bodies are weighed, for each of them in order {"returned": papers, "lines": [such rows]}.
    """

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="readings", verbose_name="表决")
    round = models.PositiveSmallIntegerField("第几轮")
    counter = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="清点人")
    entered_at = models.DateTimeField("录入时间")
    returned = models.PositiveIntegerField("收回票数")
    figures: Any = models.JSONField("各项票数")
    state = models.CharField("状态", max_length=10, choices=ReadingState, default=ReadingState.ENTERED)

    class Meta:
        verbose_name = verbose_name_plural = "纸质票清点"
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "round", "counter"],
                name="reading_once",
                violation_error_message="同一轮清点中每人录入一次。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="reading_is_kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="reading_stays", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__state="entered")
            ),
        ]

    def __str__(self) -> str:
        return f"第{self.round}轮清点（{self.counter}）"

    @property
    def content(self) -> tuple[int, Any]:
        """What two readings are compared by."""
        return self.returned, self.figures
