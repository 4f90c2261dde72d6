"""Who stands in for whom while away (F5)."""

from datetime import date

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models

from foundation.accounts.models.membership import Membership, dates_in_order, held
from foundation.accounts.roles import THREE_ADMINISTRATORS


class SubstituteQuerySet(models.QuerySet):
    """Questions about who stands in."""

    def active_on(self, day: date) -> "SubstituteQuerySet":
        """Substitutions in force on `day`, first and last day included."""
        return self.filter(from_date__lte=day, until_date__gte=day)


@pghistory.track()
class Substitute(models.Model):
    """From one date to another `substitute` may act for `principal`; both names stand on each act. No chains."""

    principal = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="substitutes", verbose_name="本人"
    )
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="standing_in", verbose_name="代办人"
    )
    from_date = models.DateField("起始日期")
    until_date = models.DateField("截止日期", help_text="含当日。")
    reason = models.CharField("事由", max_length=200)

    objects = SubstituteQuerySet.as_manager()

    class Meta:
        verbose_name = "代办授权"
        verbose_name_plural = "代办授权"
        ordering = ["-from_date", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(principal=models.F("substitute")),
                name="substitute_is_another",
                violation_error_message="代办人不能是本人，请另选人员。",
            ),
            models.CheckConstraint(
                condition=models.Q(until_date__gte=models.F("from_date")),
                name="substitute_dates_in_order",
                violation_error_message="截止日期早于起始日期，请核对。",
            ),
            ExclusionConstraint(
                name="substitute_one_at_a_time",
                expressions=[("principal", RangeOperators.EQUAL), held()],
                violation_error_message="这段时间已有代办人，请先调整原授权的起止日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.substitute}代{self.principal}办理"

    def clean(self) -> None:
        super().clean()
        dates_in_order(self.from_date, self.until_date)
        if not (self.principal_id and self.substitute_id and self.from_date and self.until_date):
            return
        if self._during(Substitute.objects.filter(principal=self.substitute_id)).exists():
            raise ValidationError({"substitute": "该代办人这段时间自己也委托了他人代办，请另选人员。"})
        if self._during(Substitute.objects.filter(substitute=self.principal_id)).exists():
            raise ValidationError({"principal": "本人这段时间正在代他人办理，不能再委托，请先收回原授权。"})
        guarded = Membership.objects.filter(user=self.principal_id, role__in=THREE_ADMINISTRATORS).exists()
        if guarded or self.principal.is_superuser:
            raise ValidationError({"principal": "系统、安全、审计管理员的职责不能代办，请改任其他人员。"})

    def _during(self, others: models.QuerySet) -> models.QuerySet:
        return others.exclude(pk=self.pk).filter(from_date__lte=self.until_date, until_date__gte=self.from_date)
