from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from supervision.models.opinion import DeliberationOpinion
from supervision.models.problem import Problem
from supervision.querysets.problems import DelayQuerySet
from supervision.states.delay import DELAY_FLOW, DelayState


@pghistory.track()
class Delay(models.Model):
    """A unit's request for more time with its reason, made before the last day, and what the leader decided."""

    problem = models.ForeignKey(
        Problem, models.PROTECT, null=True, blank=True, related_name="delays", verbose_name="问题"
    )
    opinion = models.ForeignKey(
        DeliberationOpinion, models.PROTECT, null=True, blank=True, related_name="delays", verbose_name="审议意见"
    )
    round = models.PositiveSmallIntegerField("轮次")
    reason = models.TextField("不能按期办结的原因")
    until = models.DateField("申请延至")
    state = models.CharField("状态", max_length=10, choices=DelayState, default=DelayState.ASKED, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="申请人")
    asked_at = models.DateTimeField("申请时间")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定人"
    )
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    note = models.CharField("决定意见", max_length=300, blank=True)

    objects = DelayQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "延期申请"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(problem__isnull=True) ^ Q(opinion__isnull=True),
                name="delay_of_one",
                violation_error_message="延期申请针对一个问题或者一件审议意见。",
            ),
            models.UniqueConstraint(
                fields=["opinion"],
                condition=Q(state=DelayState.ASKED),
                name="one_open_delay_of_opinion",
                violation_error_message="已有一件延期申请等待决定。",
            ),
            models.UniqueConstraint(
                fields=["problem"],
                condition=Q(state=DelayState.ASKED),
                name="one_open_delay_of_problem",
                violation_error_message="已有一件延期申请等待决定。",
            ),
        ]
        triggers = [
            DELAY_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="delay_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"延期申请：{self.subject}"

    def get_absolute_url(self) -> str:
        return self.subject.get_absolute_url()

    @property
    def subject(self) -> Any:
        """What is to take longer."""
        return self.problem or self.opinion
