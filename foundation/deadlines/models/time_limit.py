"""A legal or local limit as an editable row, versioned by the day from which it is valid."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from foundation.deadlines.units import Unit

CANNOT_LENGTHEN = "法定期限不得延长（代表法第五十一条）。"
# No month is shorter than 28 days, and no month of the calendars 2004–2026 held fewer than 15 working days.
DAYS_PER_MONTH, WORKDAYS_PER_MONTH = 28, 15
# 代表法第五十一条: months of the limit itself, months with every extension, both from the day of assignment.
STATUTORY = {"reply": (3, 6), "reply_difficult": (6, 6)}


def within_law() -> Q:
    """The limit is not longer than the law's own months, in whichever unit it is written."""
    months, days, workdays = (F("statutory_months") * factor for factor in (1, DAYS_PER_MONTH, WORKDAYS_PER_MONTH))
    return (
        Q(statutory_months__isnull=True)
        | Q(unit=Unit.MONTH, amount__lte=months)
        | Q(unit=Unit.DAY, amount__lte=days)
        | Q(unit=Unit.WORKDAY, amount__lte=workdays)
    )


def law_untouched() -> Q:
    """The statutory months of the two reply limits are those of the law; nobody edits them."""
    rule = ~Q(key__in=sorted(STATUTORY))
    for key, (months, with_extensions) in STATUTORY.items():
        known = Q(statutory_months__isnull=False, statutory_max_months__isnull=False)
        rule |= Q(key=key, statutory_months=months, statutory_max_months=with_extensions) & known
    return rule


class TimeLimitQuerySet(models.QuerySet["TimeLimit"]):
    """Questions about limits."""

    def valid_on(self, day: date) -> "TimeLimitQuerySet":
        """Versions in force on `day`."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)

    def on(self, key: str, day: date) -> "TimeLimit":
        """The version of `key` in force on `day`; the newest where two overlap. Raises TimeLimit.DoesNotExist."""
        found = self.filter(key=key).valid_on(day).order_by("-valid_from").first()
        if found is None:
            raise self.model.DoesNotExist(f"no limit {key!r} in force on {day}")
        return found


class TimeLimit(models.Model):
    """How long something may take. A clock keeps the version in force on the day it started."""

    key = models.SlugField("代码", max_length=40, db_index=False)
    name = models.CharField("期限名称", max_length=60)
    amount = models.PositiveSmallIntegerField("数量")
    unit = models.CharField("单位", max_length=8, choices=Unit)
    base = models.CharField("起算", max_length=100, help_text="从何时起算，例如“交办之日”。起算当日不计入。")
    roll = models.BooleanField("遇休息日顺延", default=True, help_text="末日为法定休假日的，以次一工作日为届满日。")
    is_window = models.BooleanField("申请窗口", default=False, help_text="届满即关闭，不作为超期统计。")
    legal_basis = models.CharField("依据", max_length=300, default="本级规定（待填）")
    statutory_months = models.PositiveSmallIntegerField("法定上限（月）", null=True, blank=True)
    statutory_max_months = models.PositiveSmallIntegerField("延期后法定上限（月）", null=True, blank=True)
    valid_from = models.DateField("施行日期")
    valid_until = models.DateField("失效日期", null=True, blank=True, help_text="留空表示一直有效。")

    objects = TimeLimitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "期限规则"
        ordering = ["key", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "valid_from"],
                name="timelimit_key_valid_from",
                violation_error_message="同一期限在同一施行日期只能有一条规则。",
            ),
            models.CheckConstraint(
                name="timelimit_within_law", condition=within_law(), violation_error_message=CANNOT_LENGTHEN
            ),
            models.CheckConstraint(
                name="timelimit_law_untouched",
                condition=law_untouched(),
                violation_error_message="代表法规定的答复期限不得改动（代表法第五十一条）。",
            ),
            models.CheckConstraint(
                name="timelimit_amount_positive",
                condition=Q(amount__gte=1) | Q(unit=Unit.DATE),
                violation_error_message="期限数量至少为 1。",
            ),
            models.CheckConstraint(
                name="timelimit_valid_span",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message="失效日期不得早于施行日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.length}）"

    @property
    def length(self) -> str:
        """The length as an official reads it: "3 个月"."""
        if self.unit == Unit.DATE:
            return self.get_unit_display()
        return f"{self.amount} {self.get_unit_display()}"

    def clean(self) -> None:
        """A lengthened statutory limit is refused at the field where it was typed."""
        self.statutory_months, self.statutory_max_months = STATUTORY.get(
            self.key, (self.statutory_months, self.statutory_max_months)
        )
        if self.statutory_months and self.amount is not None and not self._is_within_law():
            raise ValidationError({"amount": CANNOT_LENGTHEN})

    def allows(self, amount: int) -> bool:
        """Whether the law leaves room for `amount` of this limit's unit."""
        tried = TimeLimit(unit=self.unit, amount=amount, statutory_months=self.statutory_months)
        return not self.statutory_months or tried._is_within_law()

    def _is_within_law(self) -> bool:
        factors: dict[str, int] = {Unit.MONTH: 1, Unit.DAY: DAYS_PER_MONTH, Unit.WORKDAY: WORKDAYS_PER_MONTH}
        return self.unit in factors and self.amount <= (self.statutory_months or 0) * factors[self.unit]
