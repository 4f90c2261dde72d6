from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from deputies.models.dated import Dated
from deputies.states import Dimension, Standing
from foundation.audit.history import tracked


@tracked()
class StructureLine(Dated):
    """One line of the structure statistics (代表结构统计项目). A deputy is counted in each line he belongs to."""

    dimension = models.CharField("统计方面", max_length=12, choices=Dimension)
    name = models.CharField("项目", max_length=40)
    words = models.CharField(
        "包含字样", max_length=300, blank=True, help_text="用顿号分开；登记内容含其中任何一个即计入。留空表示不限。"
    )
    except_words = models.CharField(
        "不含字样", max_length=300, blank=True, help_text="用顿号分开；含其中任何一个即不计入。"
    )
    age_from = models.PositiveSmallIntegerField("年龄自", null=True, blank=True, help_text="周岁，含本数。")
    age_to = models.PositiveSmallIntegerField("年龄至", null=True, blank=True, help_text="周岁，含本数。")
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "代表结构统计项目"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_to__gte=F("age_from")),
                name="structure_line_ages",
                violation_error_message="年龄上限不能低于下限。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.dimension == Dimension.AGE and self.age_from is None and self.age_to is None:
            raise ValidationError({"age_from": "年龄项目请至少填写上限或者下限。"})
        if self.dimension == Dimension.STANDING and self.words not in Standing.labels:
            raise ValidationError({"words": f"任职情况请填写{'、'.join(Standing.labels)}中的一个。"})
