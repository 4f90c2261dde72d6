from django.db import models


class Constituency(models.Model):
    """A constituency (选区) of one term; it elects one to three deputies (选举法 25)."""

    term = models.ForeignKey(
        "deputies.Term",
        on_delete=models.PROTECT,
        related_name="constituencies",
        verbose_name="届",
    )
    name = models.CharField("名称", max_length=60)
    area = models.ForeignKey(
        "deputies.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="constituencies",
        verbose_name="所在区域",
    )
    seats = models.PositiveSmallIntegerField(
        "应选名额", null=True, blank=True, help_text="一至三名（选举法第二十五条）。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "选区"
        ordering = ["term", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"], name="constituency_once", violation_error_message="这一届已有同名选区。"
            ),
            models.CheckConstraint(
                condition=models.Q(seats__isnull=True) | models.Q(seats__range=(1, 3)),
                name="constituency_seats",
                violation_error_message="每个选区应选代表一至三名（选举法第二十五条）。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
