import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets.reception import RaisedMatterQuerySet, ReceptionQuerySet
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned


@tracked()
class ReceptionDay(models.Model):
    """A day on which the standing committee receives deputies (常委会代表接待日); the rest is its activity."""

    activity = models.OneToOneField(
        "deputies.Activity", on_delete=models.PROTECT, related_name="reception", verbose_name="活动"
    )
    receivers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="receptions", verbose_name="接待人")
    sign_up_until = models.DateField("报名截止日期")
    seats = models.PositiveSmallIntegerField("名额", validators=[MinValueValidator(1)])

    objects = ReceptionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "常委会代表接待日"
        ordering = ["-activity__starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=1), name="reception_has_seats", violation_error_message="名额至少一名。"
            ),
        ]

    def __str__(self) -> str:
        return self.activity.title

    def get_absolute_url(self) -> str:
        return self.activity.get_absolute_url()


class RaisedMatter(Versioned):
    """What a deputy raises at an activity of the standing committee, and what he was answered."""

    activity = models.ForeignKey(
        "deputies.Activity", on_delete=models.PROTECT, related_name="matters", verbose_name="活动"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="raised_matters", verbose_name="代表"
    )
    text = models.TextField("反映的问题、提出的意见")
    raised_at = models.DateTimeField("提出时间")
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="答复人",
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    objects = RaisedMatterQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表提出的意见"
        ordering = ["raised_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="") | Q(answered_at__isnull=False),
                name="raised_matter_answered_at",
                violation_error_message="答复须有答复时间。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="raised_matter_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="raised_matter_is_fixed", fields=["activity", "deputy", "text", "raised_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}代表提出的意见"

    def get_absolute_url(self) -> str:
        return reverse("deputies:raised", args=[self.pk])


class SignUp(models.Model):
    """A deputy wants to come to a reception day."""

    day = models.ForeignKey(ReceptionDay, on_delete=models.PROTECT, related_name="sign_ups", verbose_name="接待日")
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="sign_ups", verbose_name="代表"
    )
    signed_at = models.DateTimeField("报名时间")

    class Meta:
        verbose_name = verbose_name_plural = "接待日报名"
        ordering = ["signed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "deputy"], name="signed_up_once", violation_error_message="您已报名。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="sign_up_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy.name}：{self.day}"


class PassedOver(models.Model):
    """Whose turn it was to sit in on a meeting of the standing committee, and why somebody else was asked."""

    activity = models.ForeignKey(
        "deputies.Activity", on_delete=models.PROTECT, related_name="passed_over", verbose_name="列席"
    )
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="passed_over", verbose_name="代表"
    )
    reason = models.CharField("理由", max_length=200)
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "列席轮次顺延"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="passed_over_with_reason", violation_error_message="顺延须写明理由。"
            ),
        ]
        triggers = [pgtrigger.Protect(name="passed_over_is_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy.name}：{self.reason}"

    def get_absolute_url(self) -> str:
        return reverse("deputies:sit-in-turns")
