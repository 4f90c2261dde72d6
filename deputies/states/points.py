"""Periods for which points are counted."""

from django.db.models import TextChoices


class PeriodKind(TextChoices):
    QUARTER = "quarter", "季度"
    HALF = "half", "半年"
    YEAR = "year", "全年"


MONTHS = {PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


class CountedBy(TextChoices):
    """How a yearly target counts."""

    QUANTITY = "quantity", "按数量"
    DAYS = "days", "按履职天数（同一天只计一次）"


class TargetSpan(TextChoices):
    YEAR = "year", "每年"
    TERM = "term", "每届"
