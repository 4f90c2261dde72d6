from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Q

from supervision.models.by_election import ByElection
from supervision.models.recall import Recall
from supervision.querysets.seats import SeatReadingQuerySet
from supervision.states.ballots import ReadingState


class SeatReading(models.Model):
    """The figures of one vote on a recall or of one turn of a by-election, as one person entered them.

    Two of a turn that are alike become the vote; unlike ones are both kept, and the papers are counted again.
    """

    recall = models.ForeignKey(
        Recall, models.PROTECT, null=True, blank=True, related_name="readings", verbose_name="罢免"
    )
    by_election = models.ForeignKey(
        ByElection, models.PROTECT, null=True, blank=True, related_name="readings", verbose_name="补选"
    )
    turn = models.PositiveSmallIntegerField("第几次投票")
    counter = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="登记人")
    entered_at = models.DateTimeField("登记时间")
    figures: Any = models.JSONField("票数")
    state = models.CharField("状态", max_length=10, choices=ReadingState, default=ReadingState.ENTERED)

    objects = SeatReadingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "罢免补选票数登记"
        ordering = ["turn", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recall__isnull=True) ^ Q(by_election__isnull=True),
                name="seat_reading_of_one",
                violation_error_message="票数属于一次罢免表决或者一次补选投票。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="seat_reading_is_kept", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="seat_reading_stays", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__state="entered")
            ),
        ]

    def __str__(self) -> str:
        return f"第{self.turn}次投票票数登记（{self.counter}）"
