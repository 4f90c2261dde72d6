"""The ledger of reminders: a row is written first and is unique, so nobody hears a milestone twice."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from foundation.audit.triggers import append_only
from foundation.deadlines.models.deadline import Deadline
from foundation.deadlines.models.milestone import Milestone


class Reminder(models.Model):
    """One milestone of one clock to one person. `occurrence` is the milestone's day for the due date of the time.

    Superseded milestones (missed in an outage, a later one went out) and those that found nobody have no person.
    """

    class Outcome(models.TextChoices):
        SENT = "sent", "已提醒"
        SUPERSEDED = "superseded", "已由其后的提醒取代"
        NOBODY = "nobody", "无人可提醒"
        SETTLED = "settled", "事项已办，未提醒"

    deadline = models.ForeignKey(
        Deadline, models.PROTECT, related_name="reminders", verbose_name="期限", db_index=False
    )
    milestone = models.ForeignKey(Milestone, models.PROTECT, verbose_name="提醒节点", db_index=False)
    occurrence = models.DateField("节点日期")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="提醒对象", db_index=False
    )
    outcome = models.CharField("结果", max_length=10, choices=Outcome, default=Outcome.SENT)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = verbose_name_plural = "提醒台账"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deadline", "milestone", "occurrence", "person"],
                nulls_distinct=False,
                name="reminder_once",
                violation_error_message="该提醒已经发出。",
            ),
        ]
        indexes = [
            models.Index(fields=["at"], condition=Q(outcome="nobody"), name="reminder_to_nobody"),
        ]
        # Delivery only ever inserts (ON CONFLICT DO NOTHING); not a column changes afterwards.
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.deadline_id} {self.occurrence} {self.get_outcome_display()}"


class ReminderFault(models.Model):
    """A clock whose reminder could not be made: what went wrong, how often, since when. Gone once it works."""

    deadline = models.OneToOneField(Deadline, models.CASCADE, related_name="fault", verbose_name="期限")
    error = models.TextField("错误")
    times = models.PositiveIntegerField("次数", default=1)
    first_at = models.DateTimeField("首次")
    last_at = models.DateTimeField("最近")

    class Meta:
        verbose_name = verbose_name_plural = "提醒故障"
        ordering = ["-last_at"]

    def __str__(self) -> str:
        return f"{self.deadline_id}：{self.error[:60]}"
