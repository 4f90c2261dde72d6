from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

UNSOURCED = "本级规定（待填）"


class DatedQuerySet(models.QuerySet):
    """Local rules with a life of their own: asked for a day, never for "now"."""

    def on(self, day: date) -> Self:
        """Rows in force on `day`."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)

    def latest_on(self, day: date, **key: Any) -> Any | None:
        """The row of `key` that took effect last, or None when none is in force on `day`."""
        return self.on(day).filter(**key).order_by("-valid_from", "-pk").first()


class Dated(models.Model):
    """An editable local rule with its source and the days it is in force."""

    legal_basis = models.CharField("依据", max_length=200, default=UNSOURCED)
    valid_from = models.DateField("生效日期", default=date(2000, 1, 1))
    valid_until = models.DateField("失效日期", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=models.F("valid_from")),
                name="%(app_label)s_%(class)s_days",
                violation_error_message="失效日期不能早于生效日期。",
            ),
        ]
