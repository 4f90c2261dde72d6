from datetime import date

from django.db import models
from django.db.models import F, Q

from deputies.querysets import DatedQuerySet

UNSOURCED = "本级规定（待填）"


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
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="%(app_label)s_%(class)s_days",
                violation_error_message="失效日期不能早于生效日期。",
            ),
        ]
