from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models

from deputies.models.dated import Dated
from deputies.states import CountedBy, Level, TargetSpan
from foundation.audit.history import tracked


@tracked()
class DutyTarget(Dated):
    """A least amount of duty for a deputy of one level (domain 3.2), shown as progress in his file."""

    name = models.CharField("名称", max_length=60)
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    kinds = models.ManyToManyField("deputies.DutyKind", related_name="targets", verbose_name="计入的履职事项")
    amount = models.DecimalField(
        "不少于", max_digits=6, decimal_places=1, validators=[MinValueValidator(Decimal("0.5"))]
    )
    counted_by = models.CharField("计算方法", max_length=10, choices=CountedBy, default=CountedBy.QUANTITY)
    span = models.CharField("期间", max_length=6, choices=TargetSpan, default=TargetSpan.YEAR)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "履职要求"
        ordering = ["level", "order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "level", "valid_from"],
                name="duty_target_once",
                violation_error_message="同一层级、同一生效日期已有同名要求。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def unit(self) -> str:
        """ "天" where days are counted, else the word of the first kind."""
        if self.counted_by == CountedBy.DAYS:
            return "天"
        return next((kind.get_unit_display() for kind in self.kinds.all()), "次")
