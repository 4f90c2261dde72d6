from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.workflow.models import Versioned
from supervision.models.project import Project
from supervision.models.project_year import ProjectYear
from supervision.querysets.projects import OfProjectQuerySet, ProjectVoteQuerySet
from supervision.states.project_vote import PROJECT_VOTE_FLOW, LineOutcome, VotePurpose, VoteState

S = VoteState


@pghistory.track()
class ProjectVote(Versioned):
    """One paper with several projects on it: the choice at the congress, a second one among equals, the end ballot."""

    project_year = models.ForeignKey(ProjectYear, models.PROTECT, related_name="votes", verbose_name="年度")
    purpose = models.CharField("表决事项", max_length=10, choices=VotePurpose)
    round = models.PositiveSmallIntegerField("轮次")
    runoff = models.BooleanField("并列项目再次表决", default=False)
    places = models.PositiveSmallIntegerField("应选项目数", null=True, blank=True)
    meeting = models.ForeignKey(
        "deputies.Meeting",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="project_votes",
        verbose_name="会议",
    )
    meeting_name = models.CharField("会议名称", max_length=120)
    held_on = models.DateField("表决日期")
    all_members = models.PositiveIntegerField("应到人数")
    state = models.CharField("状态", max_length=10, choices=S, default=S.PLANNED, editable=False)
    present = models.PositiveIntegerField("到会人数", null=True, blank=True)
    issued = models.PositiveIntegerField("发出票数", null=True, blank=True)
    returned = models.PositiveIntegerField("收回票数", null=True, blank=True)
    invalid = models.PositiveIntegerField("无效票数", null=True, blank=True)
    ballot = models.OneToOneField(
        "supervision.Ballot",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="project_vote",
        verbose_name="电子表决",
    )
    explanation = models.TextField("结果说明", blank=True)
    return_reason = models.CharField("退回理由", max_length=200, blank=True)
    planned_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    planned_at = models.DateTimeField("安排时间")
    entered_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="录入人"
    )
    checked_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="核对人"
    )
    settled_at = models.DateTimeField("确认时间", null=True, blank=True)

    objects = ProjectVoteQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "项目表决"
        ordering = ["project_year", "purpose", "round"]
        constraints = [
            models.UniqueConstraint(
                fields=["project_year", "purpose", "round"],
                name="project_vote_once",
                violation_error_message="这一轮表决已经安排。",
            ),
            models.UniqueConstraint(
                fields=["project_year", "purpose"],
                condition=Q(state__in=(S.PLANNED, S.ENTERED)),
                name="project_vote_one_open",
                violation_error_message="已有一次表决没有结束。",
            ),
        ]
        triggers = [
            PROJECT_VOTE_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="project_vote_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        again = "（并列项目再次表决）" if self.runoff else f"（第{self.round}次）" if self.round > 1 else ""
        return f"{self.project_year}{self.get_purpose_display()}{again}"

    def get_absolute_url(self) -> str:
        return reverse("supervision:project-vote", args=[self.pk])


class ProjectVoteLine(Versioned):
    """One project on the paper: how it was counted, on paper or by the ballot's line, and what came of it."""

    vote = models.ForeignKey(ProjectVote, models.PROTECT, related_name="lines", verbose_name="表决")
    project = models.ForeignKey(Project, models.PROTECT, related_name="vote_lines", verbose_name="项目")
    count = models.ForeignKey(
        "ballots.PaperCount", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="计票"
    )
    ballot_line = models.OneToOneField(
        "supervision.BallotLine", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="电子表决项"
    )
    outcome = models.CharField("结果", max_length=12, choices=LineOutcome, blank=True)

    objects = OfProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "表决项目"
        ordering = ["project__number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["vote", "project"],
                name="project_vote_line_once",
                violation_error_message="这个项目已在表决票上。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="project_vote_line_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.vote}：{self.project}"

    @property
    def result(self) -> Any:
        """Where votes, outcome and formula stand: the count of the papers, or the line of the ballot; None before."""
        return self.count or self.ballot_line

    @property
    def figures(self) -> list[tuple[str, int]]:
        """Grade, votes, in the order of the rule."""
        rule = self.count.rule if self.count else self.ballot_line.ballot.rule if self.ballot_line else None
        return [(grade, self.result.votes.get(grade, 0)) for grade in rule.grade_names] if rule else []

    def get_absolute_url(self) -> str:
        return self.vote.get_absolute_url()
