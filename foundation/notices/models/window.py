"""The hours in which people are written to."""

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from foundation.notices.hours import Hours
from foundation.workdays.calendar import current_calendar


class DeliveryWindowQuerySet(models.QuerySet["DeliveryWindow"]):
    """Questions about the window."""

    def hours_on(self, day: date) -> Hours:
        """The hours in force on `day`; without any row, the whole day of every day."""
        row = self.filter(valid_from__lte=day).order_by("-valid_from").first()
        return row.hours() if row else Hours()

    def next_moment(self, at: datetime) -> datetime:
        """`at` itself inside the window, else the next opening. Working days include make-up Saturdays (F81)."""
        return self.hours_on(timezone.localdate(at)).next_moment(at, current_calendar().is_workday)


class DeliveryWindow(models.Model):
    """From when until when mail goes out, versioned by the day from which it is valid. Due dates never move by it."""

    opens_at = models.TimeField("开始")
    closes_at = models.TimeField("结束")
    workdays_only = models.BooleanField("只在工作日", default=True, help_text="调休上班的周末算作工作日。")
    legal_basis = models.CharField("依据", max_length=200, default="本级规定（待填）")
    valid_from = models.DateField("施行日期", unique=True)

    objects = DeliveryWindowQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "发送时段"
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                name="deliverywindow_opens_before_closing",
                condition=Q(opens_at__lt=F("closes_at")),
                violation_error_message="开始时间应早于结束时间。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opens_at:%H:%M}–{self.closes_at:%H:%M}{'（工作日）' if self.workdays_only else ''}"

    def hours(self) -> Hours:
        """The row as a plain value."""
        return Hours(self.opens_at, self.closes_at, self.workdays_only)
