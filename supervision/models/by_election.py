import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.deputy import Sex
from foundation.workflow.models import Versioned
from supervision.querysets.seats import ByElectionQuerySet, SeatCandidateQuerySet
from supervision.states.seats import BY_ELECTION_FLOW, ByElectionState, VoteKind

S = ByElectionState


@pghistory.track()
class ByElection(Versioned):
    """The by-election of one constituency for its vacant seats (选举法第五十七条)."""

    constituency = models.ForeignKey(
        "deputies.Constituency", models.PROTECT, related_name="by_elections", verbose_name="选区"
    )
    delegation = models.ForeignKey(
        "deputies.Delegation", models.PROTECT, related_name="by_elections", verbose_name="当选后编入的代表团"
    )
    places = models.PositiveSmallIntegerField("应选名额")
    cause = models.CharField("出缺情况", max_length=300)
    decided_by = models.CharField("决定补选的会议", max_length=80)
    decided_on = models.DateField("决定日期")
    vote_on = models.DateField("投票日期")
    state = models.CharField("状态", max_length=12, choices=S, default=S.CALLED, editable=False)
    listed_on = models.DateField("候选人名单公布日期", null=True, blank=True)
    end_reason = models.CharField("取消、不再另行选举的理由", max_length=300, blank=True)
    review_on = models.DateField("资格审查报告日期", null=True, blank=True)
    review = models.TextField("资格审查报告", blank=True)
    announcement_no = models.CharField("公告文号", max_length=60, blank=True)
    announced_on = models.DateField("公告日期", null=True, blank=True)

    objects = ByElectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "补选代表"
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(places__range=(1, 3)),
                name="by_election_places",
                violation_error_message="应选名额为一至三名。",
            ),
            models.CheckConstraint(
                condition=~Q(state=S.ANNOUNCED) | (Q(announced_on__isnull=False) & ~Q(announcement_no="")),
                name="by_election_announced_by_number",
                violation_error_message="公告须写明文号和日期。",
            ),
        ]
        triggers = [
            BY_ELECTION_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="by_election_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.constituency}补选{self.constituency.term.congress.short_name}代表"

    def get_absolute_url(self) -> str:
        return reverse("supervision:by-election", args=[self.pk])


@pghistory.track()
class SeatCandidate(Versioned):
    """Somebody put forward; `tied` while equal votes are voted on again, `seat` once he is in the register."""

    by_election = models.ForeignKey(ByElection, models.PROTECT, related_name="candidates", verbose_name="补选")
    name = models.CharField("姓名", max_length=40)
    sex = models.CharField("性别", max_length=6, choices=Sex)
    birth_month = models.DateField("出生年月")
    ethnic_group = models.CharField("民族", max_length=20, blank=True)
    party = models.CharField("政治面貌", max_length=20, blank=True)
    employer_title = models.CharField("工作单位及职务", max_length=120)
    nominated_by = models.CharField("提名", max_length=120)
    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="名册中的本人"
    )
    dropped_reason = models.CharField("退出的理由", max_length=200, blank=True)
    tied = models.BooleanField("票数相等", default=False)
    elected_on = models.DateField("当选日期", null=True, blank=True)
    refused_reason = models.CharField("当选无效的理由", max_length=200, blank=True)
    seat = models.ForeignKey(
        "deputies.Mandate", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代表职务"
    )

    objects = SeatCandidateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "补选候选人"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by_election", "name"],
                condition=Q(dropped_reason=""),
                name="seat_candidate_once",
                violation_error_message="这位候选人已经登记。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="seat_candidate_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.by_election.get_absolute_url()


class ByElectionVote(models.Model):
    """One turn of voting. Rows are only ever added: a void turn stays beside the next."""

    by_election = models.ForeignKey(ByElection, models.PROTECT, related_name="votes", verbose_name="补选")
    kind = models.CharField("投票", max_length=8, choices=VoteKind)
    held_on = models.DateField("投票日期")
    places = models.PositiveSmallIntegerField("本次应选名额")
    voters = models.PositiveIntegerField("选民人数")
    issued = models.PositiveIntegerField("发出票数")
    returned = models.PositiveIntegerField("收回票数")
    invalid = models.PositiveIntegerField("废票", default=0)
    others = models.PositiveIntegerField("另选他人得票", default=0)
    void_reason = models.CharField("投票无效的理由", max_length=200, blank=True)
    outcome = models.CharField("结果", max_length=300)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "补选投票"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(void_reason="")
                | Q(issued__lte=F("voters"), returned__lte=F("issued"), invalid__lte=F("returned")),
                name="by_election_vote_adds_up",
                violation_error_message="票数不相符，请核对。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="by_election_vote_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.outcome


class CandidateVotes(models.Model):
    """What one candidate got in one turn."""

    vote = models.ForeignKey(ByElectionVote, models.PROTECT, related_name="lines", verbose_name="投票")
    candidate = models.ForeignKey(SeatCandidate, models.PROTECT, related_name="lines", verbose_name="候选人")
    votes = models.PositiveIntegerField("得票")
    is_elected = models.BooleanField("当选", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "候选人得票"
        ordering = ["-votes", "pk"]
        constraints = [models.UniqueConstraint(fields=["vote", "candidate"], name="candidate_votes_once")]
        triggers = [pgtrigger.Protect(name="candidate_votes_are_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.candidate}{self.votes}票"
