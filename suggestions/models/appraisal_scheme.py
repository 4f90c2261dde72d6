from decimal import Decimal

from django.db import models
from django.db.models import Q

from suggestions import scoring
from suggestions.models.dated import Dated
from suggestions.states import AppraisedKind, MeasureKey


def plain(number: Decimal) -> str:
    """ "10" of 10.00, "2.5" of 2.50."""
    return f"{Decimal(number).normalize():f}"


class AppraisalScheme(Dated):
    """A scoring table (评分办法): whom it appraises, how many may be chosen. The latest in force is used."""

    name = models.CharField("名称", max_length=60)
    kind = models.CharField("评选", max_length=12, choices=AppraisedKind)
    most_share = models.DecimalField(
        "名额不超过参评总数的（%）",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="留空不按比例限制。",
    )
    most = models.PositiveSmallIntegerField("名额不超过（个）", null=True, blank=True, help_text="留空不按个数限制。")
    least_cases = models.PositiveSmallIntegerField(
        "参评至少须承办（件）", default=1, help_text="不足的列出得分依据，不参加评选。"
    )

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "评分办法"
        ordering = ["kind", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["kind", "valid_from"],
                name="appraisal_scheme_once",
                violation_error_message="同一评选、同一生效日期已有评分办法。",
            ),
            models.CheckConstraint(
                condition=Q(most_share__isnull=True) | Q(most_share__range=(0, 100)),
                name="appraisal_scheme_share",
                violation_error_message="比例应在0至100之间。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def measures(self) -> list["AppraisalItem"]:
        """Its items with their bands."""
        return list(self.items.prefetch_related("bands").order_by("order", "pk"))


class AppraisalItem(models.Model):
    """One line of a scoring table: what is measured, and its full points."""

    scheme = models.ForeignKey(AppraisalScheme, models.CASCADE, related_name="items", verbose_name="评分办法")
    measure = models.CharField("指标", max_length=24, choices=MeasureKey)
    points = models.DecimalField("分值", max_digits=5, decimal_places=2)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "评分指标"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "measure"],
                name="appraisal_item_once",
                violation_error_message="同一评分办法中已有这项指标。",
            ),
            models.CheckConstraint(
                condition=Q(points__gt=0), name="appraisal_item_points", violation_error_message="分值应当大于0。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()}（{self.full}分）"

    @property
    def full(self) -> str:
        """The full points without needless zeros."""
        return plain(self.points)

    def as_measure(self) -> scoring.Measure:
        """For the arithmetic."""
        bands = [scoring.Band(band.at_least, band.points) for band in self.bands.all()]
        return scoring.Measure(self.measure, Decimal(self.points), bands)


class AppraisalBand(models.Model):
    """From which rate on how many points an item gives; an item without bands gives points by its rate."""

    item = models.ForeignKey(AppraisalItem, models.CASCADE, related_name="bands", verbose_name="评分指标")
    at_least = models.DecimalField("达到（%）", max_digits=5, decimal_places=2)
    points = models.DecimalField("得分", max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = verbose_name_plural = "分档"
        ordering = ["-at_least"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "at_least"], name="appraisal_band_once", violation_error_message="这一档已经有了。"
            ),
            models.CheckConstraint(
                condition=Q(at_least__range=(0, 100), points__gte=0),
                name="appraisal_band_range",
                violation_error_message="达到的比率应在0至100之间，得分不能为负。",
            ),
        ]

    def __str__(self) -> str:
        return f"达到{plain(self.at_least)}%，得{plain(self.points)}分"
