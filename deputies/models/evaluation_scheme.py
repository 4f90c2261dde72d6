from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from deputies.models.dated import Dated
from deputies.models.point_scheme import Points
from deputies.states import Level
from foundation.audit.history import tracked


@tracked()
class EvaluationScheme(Dated):
    """By what deputies of one level are evaluated each year: items with full marks, grades, vetoes, consequences."""

    name = models.CharField("名称", max_length=60)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    vetoes = models.ManyToManyField(
        "deputies.DutyKind",
        blank=True,
        related_name="+",
        verbose_name="一票否决的履职事项",
        help_text="年度内履职档案有这类记录的，定为最低等次。",
    )

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "年度考核办法"
        ordering = ["level", "-valid_from", "name"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "level", "valid_from"],
                name="evaluation_scheme_once",
                violation_error_message="同一层级、同一生效日期已有同名考核办法。",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class EvaluationItem(models.Model):
    """What is marked, and with how many points at most."""

    scheme = models.ForeignKey(EvaluationScheme, models.PROTECT, related_name="items", verbose_name="考核办法")
    name = models.CharField("考核内容", max_length=60)
    full = models.PositiveSmallIntegerField("满分", validators=[MinValueValidator(1), MaxValueValidator(200)])
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "考核内容"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "name"], name="evaluation_item_once", violation_error_message="已有同名考核内容。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.full}分）"


@tracked()
class EvaluationGrade(models.Model):
    """From how many marks on a grade is given; with a veto the lowest is."""

    scheme = models.ForeignKey(EvaluationScheme, models.PROTECT, related_name="grades", verbose_name="考核办法")
    name = models.CharField("等次", max_length=20)
    at_least = Points("达到（分）")

    class Meta:
        verbose_name = verbose_name_plural = "考核等次"
        ordering = ["-at_least"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "at_least"],
                name="evaluation_grade_once",
                violation_error_message="这个分数线已经有等次。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.at_least.normalize():f}分起）"

    def clean(self) -> None:
        super().clean()
        whole = sum(item.full for item in self.scheme.items.all()) if self.scheme_id else 0
        if whole and self.at_least is not None and self.at_least > whole:
            raise ValidationError({"at_least": f"考核内容满分合计{whole}分，达不到这个分数线，请核对。"})


@tracked()
class EvaluationConsequence(models.Model):
    """What the office is reminded of after a grade, at once or after some years running (domain 3.4)."""

    scheme = models.ForeignKey(EvaluationScheme, models.PROTECT, related_name="consequences", verbose_name="考核办法")
    grade = models.CharField("等次", max_length=20)
    years = models.PositiveSmallIntegerField(
        "连续几年", default=1, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    what = models.CharField("提醒办理", max_length=100, help_text="如“约谈”“通报表扬”。由工作机构决定是否办理。")

    class Meta:
        verbose_name = verbose_name_plural = "考核结果运用"
        ordering = ["grade", "years", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(years__gte=1), name="evaluation_years", violation_error_message="年数至少为1。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grade}{f'（连续{self.years}年）' if self.years > 1 else ''}：{self.what}"

    def clean(self) -> None:
        super().clean()
        if self.scheme_id and not self.scheme.grades.filter(name=self.grade).exists():
            raise ValidationError({"grade": f"考核等次中没有“{self.grade}”，请先登记等次。"})
