import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from supervision.models.problem import Problem
from supervision.states.problem import VoiceGrade


@pghistory.track()
class ProblemVoice(models.Model):
    """What one of those concerned says of a round: a deputy by himself, people through whoever follows the problem."""

    problem = models.ForeignKey(Problem, models.PROTECT, related_name="voices", verbose_name="问题")
    round = models.PositiveSmallIntegerField("整改轮次")
    deputy = models.ForeignKey(
        "deputies.Deputy", models.PROTECT, null=True, blank=True, related_name="problem_voices", verbose_name="代表"
    )
    name = models.CharField("被征求意见的代表、群众", max_length=60)
    grade = models.CharField("评价", max_length=15, choices=VoiceGrade, blank=True)
    comment = models.CharField("意见", max_length=300, blank=True)
    asked_at = models.DateTimeField("征求时间")
    said_at = models.DateTimeField("评价时间", null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="录入人"
    )

    class Meta:
        verbose_name = verbose_name_plural = "销号评价"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["problem", "round", "deputy"],
                name="problem_voice_once",
                violation_error_message="这一轮已经征求过这位代表的意见。",
            ),
            models.CheckConstraint(
                condition=~Q(grade=VoiceGrade.DISSATISFIED) | ~Q(comment=""),
                name="problem_voice_says_why",
                violation_error_message="不满意的，请写明原因。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="problem_voice_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="problem_voice_is_fixed", fields=["problem", "round", "deputy", "name"]),
        ]

    def __str__(self) -> str:
        return f"{self.name}：{self.problem}"

    def get_absolute_url(self) -> str:
        return self.problem.get_absolute_url()
