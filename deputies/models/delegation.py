from django.db import models

from deputies.querysets import DelegationQuerySet

SUFFIX = "代表团"


class Delegation(models.Model):
    """A delegation (代表团) of one term. `name` is kept without the word 代表团; `str()` adds it."""

    term = models.ForeignKey(
        "deputies.Term",
        on_delete=models.PROTECT,
        related_name="delegations",
        verbose_name="届",
    )
    name = models.CharField("名称", max_length=40, help_text="不含“代表团”三字，如“石桥镇”。")
    area = models.ForeignKey(
        "deputies.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name="所在区域",
    )
    contact = models.CharField("联络员", max_length=40, blank=True)
    order = models.PositiveSmallIntegerField("排序", default=100)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表团"
        ordering = ["term", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"], name="delegation_once", violation_error_message="这一届已有同名代表团。"
            ),
        ]

    def __str__(self) -> str:
        return self.name if self.name.endswith("团") else f"{self.name}{SUFFIX}"

    def save(self, *args, **kwargs):
        self.name = bare_name(self.name)
        super().save(*args, **kwargs)


def bare_name(name: str) -> str:
    """ "石桥镇代表团" and "石桥镇" name the same delegation: "石桥镇"."""
    return name.strip().removesuffix(SUFFIX) or name.strip()
