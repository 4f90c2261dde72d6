from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from deputies import scoring
from deputies.models.dated import Dated
from deputies.querysets import PointSchemeQuerySet
from deputies.states import MONTHS, Level, PeriodKind
from foundation.audit.history import tracked
from foundation.workdays.arithmetic import add_months


class Points(models.DecimalField):
    """Points with two decimals, up to a thousand and more."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_digits": 7, "decimal_places": 2, **kwargs})


class Share(models.DecimalField):
    """How many per cent of the year's base, caps and grade lines a shorter period has; 100 cuts nothing."""

    def __init__(self, *args, **kwargs):
        words = "基础分、各项上限和等次分数线按全年的百分之几计算，如季度填25；填100表示不折算。"
        limits = [MinValueValidator(Decimal(1)), MaxValueValidator(Decimal(100))]
        facts = {"max_digits": 5, "decimal_places": 2, "default": Decimal(100), "help_text": words}
        super().__init__(*args, **{**facts, "validators": limits, **kwargs})


def plain(number: Decimal) -> str:
    """ "10" of 10.00, "2.5" of 2.50."""
    return f"{Decimal(number).normalize():f}"


def share_words(share: Decimal) -> str:
    """What a page says beside the points of a shorter period; empty where nothing is cut."""
    return f"基础分、各项上限和等次分数线按全年的{plain(share)}%折算" if share != 100 else ""


@tracked()
class PointScheme(Dated):
    """A point scheme (积分办法) of one level; several may be in force at once, each counts for itself (domain 3.4)."""

    name = models.CharField("名称", max_length=60)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    base = Points("基础分", default=Decimal(0), validators=[MinValueValidator(0)])
    cap = Points("总分上限", null=True, blank=True, help_text="留空不封顶。扣分在封顶之后计算。")
    floor = Points("总分下限", null=True, blank=True, help_text="留空不设下限。")
    step = Points("最小计分单位", default=Decimal("0.5"), help_text="各项分值应为它的整数倍，如0.5表示可计半分。")
    first_month = models.PositiveSmallIntegerField(
        "年度从几月起",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text="按自然年计算填1；如9表示每年9月至次年8月。",
    )
    quarter_share = Share("季度积分折算比例（%）")
    half_share = Share("半年积分折算比例（%）")
    note = models.CharField("说明", max_length=300, blank=True, help_text="代表在积分办法页面可以看到。")

    objects = PointSchemeQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "积分办法"
        ordering = ["level", "name", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "level", "valid_from"],
                name="point_scheme_once",
                violation_error_message="同一层级、同一生效日期已有同名积分办法。",
            ),
            models.CheckConstraint(
                condition=Q(cap__isnull=True) | Q(cap__gte=F("base")),
                name="point_scheme_base_within_cap",
                violation_error_message="基础分不能高于总分上限。",
            ),
            models.CheckConstraint(
                condition=Q(step__gt=0), name="point_scheme_step", violation_error_message="最小计分单位应当大于零。"
            ),
            models.CheckConstraint(
                condition=Q(quarter_share__gt=0, quarter_share__lte=100, half_share__gt=0, half_share__lte=100),
                name="point_scheme_shares",
                violation_error_message="折算比例应当大于零、不超过100。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if None in (self.base, self.step):
            return
        if self.cap is not None and self.cap < self.base:
            raise ValidationError({"cap": f"总分上限不能低于基础分{plain(self.base)}分。"})
        if self.floor is not None and self.floor > self.base:
            raise ValidationError({"floor": f"总分下限不能高于基础分{plain(self.base)}分。"})

    def period(self, kind: str, year: int, number: int = 1) -> tuple[date, date]:
        """First and last day of the quarter, half or year `number` of the cycle that begins in `year`."""
        months = MONTHS[PeriodKind(kind)]
        first = add_months(date(year, self.first_month, 1), months * (number - 1))
        return first, date.fromordinal(add_months(first, months).toordinal() - 1)

    def year_of(self, day: date) -> int:
        """The year in which the cycle that `day` lies in began."""
        return day.year - (day.month < self.first_month)

    def check_step(self, field: str, points: Decimal | None) -> dict[str, str]:
        """The fault of an amount that is no multiple of the smallest unit, at its field."""
        if points is None or not self.step or points % self.step == 0:
            return {}
        return {field: f"本办法以{plain(self.step)}分为最小计分单位，请填写它的整数倍。"}

    def share_of(self, kind: str) -> Decimal:
        """Per cent of the year's base, caps and grade lines that hold for such a period."""
        shares = {PeriodKind.QUARTER: self.quarter_share, PeriodKind.HALF: self.half_share}
        return shares.get(PeriodKind(kind), Decimal(100))

    def as_scheme(self, kind: str = PeriodKind.YEAR) -> scoring.Scheme:
        """For the arithmetic of a period; prefetch with `with_rows`."""
        return scoring.part_of_year(self._whole(), self.share_of(kind) / 100)

    def _whole(self) -> scoring.Scheme:
        return scoring.Scheme(
            rules=[rule.as_rule() for rule in self.rules.all()],
            base=self.base,
            cap=self.cap,
            floor=self.floor,
            parts=[scoring.Part(str(part.pk), part.base, part.cap) for part in self.parts.all()],
            grades=[scoring.Grade(grade.name, grade.at_least) for grade in self.grades.all()],
        )


@tracked()
class PointPart(models.Model):
    """A part of a scheme with its own full points, such as 会议期间 40 and 闭会期间 60."""

    scheme = models.ForeignKey(PointScheme, models.PROTECT, related_name="parts", verbose_name="积分办法")
    name = models.CharField("名称", max_length=40)
    base = Points("起始分", default=Decimal(0), validators=[MinValueValidator(0)])
    cap = Points("满分", null=True, blank=True, help_text="留空不封顶。", validators=[MinValueValidator(0)])
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "积分部分"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "name"],
                name="point_part_once",
                violation_error_message="本办法已有同名部分。",
            ),
            models.CheckConstraint(
                condition=Q(cap__isnull=True) | Q(cap__gte=F("base")),
                name="point_part_base_within_cap",
                violation_error_message="起始分不能高于满分。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        whole = self.scheme.cap if self.scheme_id else None
        if self.cap is not None and whole is not None and self.cap > whole:
            raise ValidationError({"cap": f"本部分满分不能高于总分上限{plain(whole)}分。"})


@tracked()
class PointGrade(models.Model):
    """From how many points on a grade (优秀、称职…) is given; with a veto item the lowest is."""

    scheme = models.ForeignKey(PointScheme, models.PROTECT, related_name="grades", verbose_name="积分办法")
    name = models.CharField("等次", max_length=20)
    at_least = Points("达到（分）")

    class Meta:
        verbose_name = verbose_name_plural = "等次"
        ordering = ["-at_least"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "at_least"],
                name="point_grade_once",
                violation_error_message="这个分数线已经有等次。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{plain(self.at_least)}分起）"

    def clean(self) -> None:
        super().clean()
        whole = self.scheme.cap if self.scheme_id else None
        if whole is not None and self.at_least is not None and self.at_least > whole:
            raise ValidationError({"at_least": f"总分上限为{plain(whole)}分，达不到这个分数线，请核对。"})
