from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from deputies.models.dated import Dated
from deputies.models.point_scheme import Points, plain
from foundation.audit.history import tracked
from liaison_stations import scoring
from liaison_stations.states.scoring import ScoredKind


@tracked()
class ScoreTable(Dated):
    """By what stations, or the congress work of townships and streets, are scored; the rows are the office's."""

    name = models.CharField("名称", max_length=60)
    kind = models.CharField("评分对象", max_length=10, choices=ScoredKind, default=ScoredKind.STATION)
    least_scorers = models.PositiveSmallIntegerField(
        "每个对象至少几人现场评分", default=2, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    trim_from = models.PositiveSmallIntegerField(
        "几人以上去掉最高分和最低分",
        null=True,
        blank=True,
        validators=[MinValueValidator(3)],
        help_text="如填5，五人以上评分时去掉一个最高分、一个最低分再平均。留空不去掉。",
    )
    self_share = models.DecimalField(
        "自评分占总分（%）",
        max_digits=5,
        decimal_places=2,
        default=Decimal(0),
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="填0时自评只作参考，总分就是现场评分的平均分。",
    )

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "评分表"
        ordering = ["kind", "-valid_from", "name"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "valid_from"],
                name="score_table_once",
                violation_error_message="同一生效日期已有同名评分表。",
            ),
            models.CheckConstraint(
                condition=Q(self_share__range=(0, 100)),
                name="score_table_share",
                violation_error_message="比例应在0至100之间。",
            ),
            models.CheckConstraint(
                condition=Q(least_scorers__gte=1),
                name="score_table_scorers",
                violation_error_message="每个对象至少应有1人现场评分。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def full(self) -> int:
        """All items together."""
        return sum(item.full for item in self.items.all())

    def lines(self) -> list[scoring.Star]:
        """Its star grades for the arithmetic."""
        return [scoring.Star(star.name, star.at_least) for star in self.stars.all()]


@tracked()
class ScoreItem(models.Model):
    """What is scored, what to look at, and with how many points at most."""

    table = models.ForeignKey(ScoreTable, models.PROTECT, related_name="items", verbose_name="评分表")
    name = models.CharField("评分项目", max_length=60)
    standard = models.CharField("评分标准", max_length=300, blank=True, help_text="看什么、怎样给分，评分时显示。")
    full = models.PositiveSmallIntegerField("满分", validators=[MinValueValidator(1), MaxValueValidator(1000)])
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "评分项目"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "name"], name="score_item_once", violation_error_message="已有同名评分项目。"
            ),
            models.CheckConstraint(
                condition=Q(full__gte=1), name="score_item_full", violation_error_message="满分至少为1分。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.full}分）"


@tracked()
class ScoreStar(models.Model):
    """From how many points on a grade is given, and how it is encouraged (正向激励)."""

    table = models.ForeignKey(ScoreTable, models.PROTECT, related_name="stars", verbose_name="评分表")
    name = models.CharField("等次", max_length=20, help_text="如“五星”“优秀”。")
    at_least = Points("达到（分）", validators=[MinValueValidator(0)])
    reward = models.CharField("激励措施", max_length=100, blank=True, help_text="公布时写在结果后面，如“通报表扬”。")

    class Meta:
        verbose_name = verbose_name_plural = "评分等次"
        ordering = ["-at_least"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "at_least"],
                name="score_star_once",
                violation_error_message="这个分数线已经有等次。",
            ),
            models.UniqueConstraint(
                fields=["table", "name"], name="score_star_name_once", violation_error_message="已有同名等次。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{plain(self.at_least)}分起）"

    def clean(self) -> None:
        super().clean()
        whole = self.table.full if self.table_id else 0
        if whole and self.at_least is not None and self.at_least > whole:
            raise ValidationError({"at_least": f"评分项目满分合计{whole}分，达不到这个分数线，请核对。"})
