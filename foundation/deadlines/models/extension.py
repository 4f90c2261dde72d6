"""What moved a due date after the start: extensions and pauses, rows that are never changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from foundation.deadlines.models.deadline import Deadline
from foundation.deadlines.units import Unit


class Extension(models.Model):
    """An approved extension, by an amount or until a date, with its reason and who approved it."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="extensions", verbose_name="期限")
    amount = models.PositiveSmallIntegerField("数量", null=True)
    unit = models.CharField("单位", max_length=8, choices=Unit, blank=True)
    until = models.DateField("延至", null=True)
    reason = models.CharField("理由", max_length=500)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="批准人")
    at = models.DateTimeField("批准时间")

    class Meta:
        verbose_name = verbose_name_plural = "延期记录"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="extension_amount_or_date",
                condition=Q(amount__isnull=False, until=None) | Q(amount=None, until__isnull=False),
                violation_error_message="延期应写明延长多久，或者延至哪一日。",
            ),
        ]

    def __str__(self) -> str:
        return f"延至 {self.until}" if self.until else f"延长 {self.amount} {self.get_unit_display()}"


class Pause(models.Model):
    """Days during which somebody else had to act, so that this clock stood still."""

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="pauses", verbose_name="期限")
    from_date = models.DateField("中止之日")
    until_date = models.DateField("恢复之日", null=True)
    reason = models.CharField("理由", max_length=500)
    resumed_at = models.DateTimeField("恢复时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "中止记录"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deadline"],
                condition=Q(until_date=None),
                name="pause_one_open",
                violation_error_message="该期限已经中止。",
            ),
            models.CheckConstraint(
                name="pause_span",
                condition=Q(until_date=None) | Q(until_date__gte=F("from_date")),
                violation_error_message="恢复之日不得早于中止之日。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_date} 至 {self.until_date or '今'}"
