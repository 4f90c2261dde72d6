from django.db import models


class DeputyGroup(models.Model):
    """A deputy group (代表小组): the basic form of activity between sessions (代表法 25–28)."""

    term = models.ForeignKey(
        "deputies.Term",
        on_delete=models.PROTECT,
        related_name="groups",
        verbose_name="届",
    )
    name = models.CharField("名称", max_length=40)
    delegation = models.ForeignKey(
        "deputies.Delegation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="groups",
        verbose_name="代表团",
    )

    class Meta:
        verbose_name = verbose_name_plural = "代表小组"
        ordering = ["term", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"], name="group_once", violation_error_message="这一届已有同名代表小组。"
            ),
        ]

    def __str__(self) -> str:
        return self.name
