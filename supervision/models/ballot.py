from typing import Any

import pgtrigger
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property

from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from supervision.querysets.ballots import BallotQuerySet
from supervision.states.ballots import BALLOT_FLOW, BallotMode, BallotState, ReadingState

S = BallotState


@tracked(exclude=("record",))
class Ballot(Versioned):
    """One ballot (表决、测评): several lines on one paper, each voted by the grades of the rule.

    `rule_text` and the numbers of people are fixed when it opens; `record` is the published file and `digest` its
    SHA-256. How an electronic one keeps secrecy is said in docs/adr/0008.
    """

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="对象类别")
    subject_id = models.CharField("对象编号", max_length=64)
    subject = GenericForeignKey("subject_type", "subject_id")
    topic = models.CharField("表决事项", max_length=200)
    rule = models.ForeignKey(
        "ballots.BallotRule", models.PROTECT, related_name="supervision_ballots", verbose_name="表决办法"
    )
    mode = models.CharField("表决方式", max_length=10, choices=BallotMode)
    meeting = models.ForeignKey(
        "deputies.Meeting", models.PROTECT, null=True, blank=True, related_name="ballots", verbose_name="会议"
    )
    committee = models.ForeignKey(
        "accounts.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="ballots",
        verbose_name="负责的工作委员会",
    )
    capped = models.CharField("限选的选项", max_length=20, blank=True)
    cap = models.PositiveSmallIntegerField("至多选几项", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=S, default=S.PLANNED, editable=False)
    held_on = models.DateField("表决日期")
    planned_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="安排人")
    planned_at = models.DateTimeField("安排时间")
    all_members = models.PositiveIntegerField("应到人数")
    present = models.PositiveIntegerField("到会人数", null=True, blank=True)
    papers_issued = models.PositiveIntegerField("发出纸质票", default=0)
    rule_text = models.TextField("所用办法", blank=True)
    opened_at = models.DateTimeField("开始时间", null=True, blank=True)
    closed_at = models.DateTimeField("结束时间", null=True, blank=True)
    announced_at = models.DateTimeField("公布时间", null=True, blank=True)
    electronic = models.OneToOneField(
        "ballots.ElectronicBallot",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="电子表决",
    )
    is_published = models.BooleanField("向社会公开结果", default=False)
    end_reason = models.CharField("取消、无效的理由", max_length=300, blank=True)
    record = models.TextField("结果文件", blank=True)
    digest = models.CharField("结果文件校验值", max_length=64, blank=True)

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "表决测评"
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="ballot_subject"),
            models.Index(fields=["state", "held_on"], name="ballot_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(present__isnull=True) | Q(present__lte=F("all_members"), papers_issued__lte=F("present")),
                name="ballot_people",
                violation_error_message="发出票数不能多于到会人数，到会人数不能多于应到人数。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.PLANNED, S.CANCELLED)) | Q(present__isnull=False, opened_at__isnull=False),
                name="ballot_opened_with_people",
                violation_error_message="开始表决须登记到会人数。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.CANCELLED, S.VOID)) | ~Q(end_reason=""),
                name="ballot_ended_with_reason",
                violation_error_message="取消、无效须写明理由。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.ANNOUNCED) | ~Q(digest=""),
                name="ballot_announced_with_record",
                violation_error_message="公布结果须有结果文件。",
            ),
            models.CheckConstraint(
                condition=Q(cap__isnull=True, capped="") | (Q(cap__gte=1) & ~Q(capped="")),
                name="ballot_cap",
                violation_error_message="限选应当写明选项和至多几项。",
            ),
        ]
        triggers = [
            BALLOT_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="ballot_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.topic

    def get_absolute_url(self) -> str:
        return reverse("supervision:ballot", args=[self.pk])

    def elector_of(self, user: Any) -> Any | None:
        """This person's row of the roll; None for anybody else."""
        if not user.is_authenticated:
            return None
        return self.electors.filter(user=user).select_related("body__electronic").first()

    def box_of(self, elector: Any) -> Any | None:
        """Where this row of the roll votes: in the ballot of its body, where the rule weighs several."""
        body = elector.body if elector is not None else None
        return body.electronic if body is not None else self.electronic

    @cached_property
    def weighed(self) -> list[Any]:
        """The bodies of voters; empty where all vote in one."""
        return list(self.bodies.select_related("electronic"))

    @property
    def boxes(self) -> list[Any]:
        """Every electronic ballot that belongs to it: one, or one of each body that votes on devices."""
        held = [body.electronic for body in self.weighed] if self.weighed else [self.electronic]
        return [box for box in held if box is not None]

    @property
    def is_counted(self) -> bool:
        """Whether two people found the same papers."""
        return self.readings.filter(state=ReadingState.AGREED).exists()

    def counters_now(self) -> set[int]:
        """Who has counted in the round that waits for a second."""
        waiting = self.readings.filter(state=ReadingState.ENTERED)
        return set(waiting.values_list("counter", flat=True))

    @property
    def electronic_voters(self) -> int:
        """How many vote on their own device."""
        if self.weighed:
            return sum(body.electronic_voters for body in self.weighed)
        return (self.present or 0) - self.papers_issued if self.electronic_id else 0
