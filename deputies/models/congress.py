from django.db import models
from django.db.models import Q

from deputies.states import Level


class Congress(models.Model):
    """A people's congress whose terms, sessions and deputies are kept here: the district's own and its townships'."""

    name = models.CharField("名称", max_length=60, unique=True, help_text="全称，如“示范区人民代表大会”。")
    short_name = models.CharField("简称", max_length=20, help_text="如“区人大”，用来组成会议名称。")
    level = models.CharField("层级", max_length=10, choices=Level.choices, default=Level.DISTRICT)
    area = models.ForeignKey(
        "deputies.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="congresses",
        verbose_name="行政区域",
    )
    population = models.PositiveIntegerField(
        "人口数", null=True, blank=True, help_text="用于核算代表名额（选举法第十二条）。"
    )
    is_home = models.BooleanField("本级人大", default=False, help_text="本门户所服务的人大，只能有一个。")

    class Meta:
        verbose_name = verbose_name_plural = "人民代表大会"
        ordering = ["-is_home", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_home"],
                condition=Q(is_home=True),
                name="one_home_congress",
                violation_error_message="本级人大只能有一个，请先取消原来的“本级人大”。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def locality(self) -> str:
        """The word before 人大 in names of meetings: "区" of "区人大"."""
        return self.short_name.removesuffix("人大")
