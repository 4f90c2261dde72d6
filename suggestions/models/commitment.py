from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation import deadlines
from suggestions.querysets import CommitmentQuerySet
from suggestions.states import CommitmentState


class Commitment(models.Model):
    """A promise made in a reply, with its date; open promises outlive the rating and the term (F34)."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="commitments", verbose_name="建议"
    )
    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="commitments", verbose_name="承办任务"
    )
    reply = models.ForeignKey(
        "suggestions.Reply",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name="答复",
    )
    text = models.TextField("承诺事项")
    due_on = models.DateField("承诺完成日期")
    state = models.CharField("状态", max_length=10, choices=CommitmentState, default=CommitmentState.OPEN)
    made_at = models.DateTimeField("承诺时间")
    evidence = models.TextField("兑现情况", blank=True)
    reported_at = models.DateTimeField("报告时间", null=True, blank=True)
    reported_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="报告人"
    )
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="确认人"
    )
    check_note = models.TextField("确认意见", blank=True)
    colour = models.ForeignKey(
        "suggestions.ProgressColour",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="最近填报的颜色",
    )
    upgraded_to = models.ForeignKey(
        "suggestions.ResultClass",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="兑现后的类别",
    )
    upgraded_at = models.DateTimeField("升类时间", null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "承诺事项"
        ordering = ["due_on", "pk"]
        indexes = [
            # Open promises by unit are looked for on every desk of a unit: answered by the index alone.
            models.Index(fields=["state", "due_on"], include=["assignment", "suggestion"], name="commitment_by_due"),
            models.Index(fields=["-made_at", "-id"], name="commitment_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=CommitmentState.FULFILLED) | ~Q(evidence=""),
                name="commitment_with_evidence",
                violation_error_message="确认兑现须有兑现情况说明。",
            ),
            models.CheckConstraint(
                condition=Q(upgraded_to__isnull=True)
                | Q(state=CommitmentState.FULFILLED, confirmed_at__isnull=False, upgraded_at__isnull=False),
                name="commitment_upgraded_when_kept",
                violation_error_message="只有经确认兑现并由代表再次评价的承诺才能升类。",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("suggestions:promise", args=[self.pk])

    @property
    def present_class(self) -> Any:
        """The class the answer has by now: the one it was raised to, else that of the reply; None without either."""
        return self.upgraded_to or (self.reply.result_class if self.reply else None)

    def rating_due_on(self) -> date | None:
        """The day by which the deputy is asked to rate the kept promise, or None when nobody asks."""
        clock = deadlines.clock_of("promise_rating", self)
        return clock.due_on if clock else None

    @property
    def clock_name(self) -> str:
        """The paper and the promise."""
        return f"{self.suggestion}（承诺：{self.text}）"
