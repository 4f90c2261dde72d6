from django.db import models


class AreaKind(models.TextChoices):
    DISTRICT = "district", "区县"
    TOWNSHIP = "township", "乡镇"
    STREET = "street", "街道"
    VILLAGE = "village", "村"
    COMMUNITY = "community", "社区"


class Area(models.Model):
    """An administrative area; `organisation` is the township congress or street committee that looks after it."""

    name = models.CharField("名称", max_length=40)
    kind = models.CharField("类型", max_length=10, choices=AreaKind.choices)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="上级区域",
    )
    organisation = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="areas",
        verbose_name="人大主席团或街道工委",
    )

    class Meta:
        verbose_name = verbose_name_plural = "行政区域"
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "name"],
                nulls_distinct=False,
                name="area_once",
                violation_error_message="同一上级区域下已有同名区域。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
