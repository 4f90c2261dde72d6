"""Voting on one's own device. Which table knows what is decided in docs/adr/0008; a test holds the columns to it."""

import uuid
from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from foundation.vault.fields import EncryptedTextField
from foundation.vault.sealing import Sealed


class ElectronicBallot(models.Model):
    """One electronic ballot: several lines (matters, people, projects), each with one choice of the same grades.

    A secret one keeps its papers in the box until it is closed, as slips afterwards; an open one by name. At most `cap`
    lines of a paper may have the grade `capped`.
    """

    topic = models.CharField("表决事项", max_length=200)
    is_secret = models.BooleanField("无记名")
    lines = models.JSONField("表决项")
    grades = models.JSONField("选项")
    capped = models.CharField("限选的选项", max_length=20, blank=True)
    cap = models.PositiveSmallIntegerField("至多选几项", null=True, blank=True)
    opened_at = models.DateTimeField("开始时间")
    closed_at = models.DateTimeField("结束时间", null=True, blank=True)
    papers = models.PositiveIntegerField("参加表决人数", null=True, blank=True)
    receipts = models.JSONField("回执", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "电子表决"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, papers__isnull=True)
                | Q(closed_at__gte=F("opened_at"), papers__isnull=False),
                name="electronic_ballot_closed_with_papers",
                violation_error_message="结束的表决应当写明参加人数。",
            ),
            models.CheckConstraint(
                condition=Q(cap__isnull=True, capped="") | (Q(cap__gte=1) & ~Q(capped="")),
                name="electronic_ballot_cap",
                violation_error_message="限选应当写明选项和至多几项。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="electronic_ballot_is_kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="closed_ballot_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__closed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.topic

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class Voter(models.Model):
    """Who may vote, fixed at the opening. `has_voted` of a secret ballot is written for all at once, at the closing."""

    ballot = models.ForeignKey(ElectronicBallot, models.PROTECT, related_name="voters", verbose_name="电子表决")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="表决人")
    has_voted = models.BooleanField("已表决", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "表决人名册"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["ballot", "user"], name="voter_once", violation_error_message="每人只能登记一次。"
            )
        ]
        triggers = [pgtrigger.Protect(name="voter_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.user}"


class VoterMark(models.Model):
    """That somebody has voted, while the ballot is open: no time, no number in a row, no history. Gone at the close."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    voter = models.OneToOneField(Voter, models.PROTECT, related_name="mark", verbose_name="表决人")

    class Meta:
        verbose_name = verbose_name_plural = "已表决标记"

    def __str__(self) -> str:
        return "已表决"


class BallotBox(models.Model):
    """All papers of an open secret ballot in one sealed text of constant length (票箱). Destroyed at the close."""

    ballot = models.OneToOneField(ElectronicBallot, models.PROTECT, primary_key=True, related_name="box")
    sealed = models.TextField("密封内容")
    content = Sealed("sealed")

    class Meta:
        verbose_name = verbose_name_plural = "票箱"

    def __str__(self) -> str:
        return "票箱"

    def secret(self) -> str | None:
        """The key of this box alone."""
        return BoxKey.objects.filter(box_id=self.pk).values_list("key", flat=True).first()


class BoxKey(models.Model):
    """The key of a box, in a row of its own that is written once and deleted once."""

    box = models.OneToOneField(ElectronicBallot, models.PROTECT, primary_key=True, related_name="+")
    key = EncryptedTextField("密钥")

    class Meta:
        verbose_name = verbose_name_plural = "票箱密钥"

    def __str__(self) -> str:
        return "密钥"


class SecretSlip(models.Model):
    """One choice on one line of a secret ballot, as it came out of the shuffled box; `choice` "" is a blank."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ballot = models.ForeignKey(ElectronicBallot, models.PROTECT, related_name="slips", verbose_name="电子表决")
    line = models.PositiveSmallIntegerField("第几项")
    choice = models.CharField("选择", max_length=20, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "无记名票"
        ordering = ["line", "id"]
        indexes = [models.Index(fields=["ballot", "line"], name="slip_of_line")]
        triggers = [pgtrigger.Protect(name="slip_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.choice or "未选"


class NamedPaper(models.Model):
    """What a member voted in an open ballot, under his name; `choices` in the order of the lines, "" for none."""

    voter = models.OneToOneField(Voter, models.PROTECT, related_name="paper", verbose_name="表决人")
    choices: Any = models.JSONField("选择")
    cast_at = models.DateTimeField("表决时间")

    class Meta:
        verbose_name = verbose_name_plural = "记名票"
        ordering = ["voter"]
        triggers = [pgtrigger.Protect(name="named_paper_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.voter}"
