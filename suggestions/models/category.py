from django.db import models

from deputies.models.dated import Dated


class Category(Dated):
    """A category of suggestions and the committee that supervises their handling (对口督办工委)."""

    code = models.SlugField("代码", max_length=30)
    name = models.CharField("名称", max_length=30)
    supervising_committee = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="supervised_categories",
        verbose_name="对口督办工委",
    )
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "建议类别"
        ordering = ["order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "valid_from"], name="suggestion_category_once", violation_error_message="已有同名类别。"
            ),
        ]

    def __str__(self) -> str:
        return self.name
