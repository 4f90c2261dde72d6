from datetime import date, time

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import UNSOURCED
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from liaison_stations import rota
from liaison_stations.querysets.rota import RotaRuleQuerySet
from liaison_stations.states.rota import Months, Recurrence, RestDay

NOTICE_DAYS = 3
# 沿河: every Tuesday, two deputies.
SEATS = 2


def _numbers(label: str, low: int, high: int) -> ArrayField:
    """A list of small numbers, empty where the rule does not ask for it."""
    one = models.PositiveSmallIntegerField(validators=[MinValueValidator(low), MaxValueValidator(high)])
    return ArrayField(one, verbose_name=label, default=list, blank=True)


@tracked()
class RotaRule(Versioned):
    """When a station receives (接待日规定): how the days come round, at what hours, how many deputies sit there.

    A rule is ended, not rewritten, once days have been arranged by it; its reception days stay.
    """

    station = models.ForeignKey(
        "liaison_stations.Station", on_delete=models.PROTECT, related_name="rota_rules", verbose_name="联络站"
    )
    kind = models.CharField("接待日怎样确定", max_length=10, choices=Recurrence)
    weekdays = _numbers("星期几", 0, 6)
    weeks = _numbers("当月第几个", 1, 5)
    days = _numbers("每月哪几日", 1, 31)
    market = _numbers("农历尾数", 0, 9)
    dates = ArrayField(models.DateField(), verbose_name="指定日期", default=list, blank=True)
    months = models.CharField("月份", max_length=6, choices=Months, default=Months.EVERY)
    rest_day = models.CharField("遇节假日、休息日", max_length=6, choices=RestDay, default=RestDay.ROLL)
    starts_at = models.TimeField("开始时间", default=time(9))
    ends_at = models.TimeField("结束时间", default=time(11, 30))
    place = models.CharField("接待地点", max_length=120, blank=True, help_text="不填的为本站地址。")
    seats = models.PositiveSmallIntegerField(
        "每次值班代表（名）", default=SEATS, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    notice_days = models.PositiveSmallIntegerField(
        "提前几天通知代表、公告群众", default=NOTICE_DAYS, validators=[MaxValueValidator(60)]
    )
    legal_basis = models.CharField("依据", max_length=200, default=UNSOURCED)
    valid_from = models.DateField("生效日期")
    valid_until = models.DateField("失效日期", null=True, blank=True)

    objects = RotaRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "接待日规定"
        ordering = ["valid_from", "pk"]
        indexes = [models.Index(fields=["station", "valid_from"], name="rota_rule_of_station")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="rota_rule_hours",
                violation_error_message="结束时间须晚于开始时间。",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="rota_rule_days",
                violation_error_message="失效日期不能早于生效日期。",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1),
                name="rota_rule_has_seats",
                violation_error_message="每次至少一名代表。",
            ),
            models.CheckConstraint(
                condition=(Q(kind=Recurrence.WEEKDAY) & ~Q(weekdays=[]))
                | (Q(kind=Recurrence.MONTHDAY) & ~Q(days=[]))
                | (Q(kind=Recurrence.MARKET) & ~Q(market=[]))
                | (Q(kind=Recurrence.DATES) & ~Q(dates=[])),
                name="rota_rule_says_when",
                violation_error_message="请写明接待日是哪一天。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words}{self.starts_at:%H:%M}至{self.ends_at:%H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("stations:rota", args=[self.station_id])

    @property
    def pattern(self) -> rota.Pattern:
        """The rule for the arithmetic."""
        return rota.Pattern(
            self.kind,
            weekdays=frozenset(self.weekdays),
            weeks=frozenset(self.weeks),
            days=frozenset(self.days),
            market=frozenset(self.market),
            dates=frozenset(self.dates),
            months=self.months,
            rest_day=self.rest_day,
        )

    @property
    def words(self) -> str:
        return rota.words(self.pattern)

    def is_in_force(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
