from django.db import models
from django.db.models import F, Q


class Campaign(models.Model):
    """A campaign (主题活动, such as 代表在行动): a word that activities of all kinds carry for some time."""

    name = models.CharField("名称", max_length=60, unique=True, error_messages={"unique": "已有同名主题活动。"})
    description = models.TextField("要求", blank=True)
    starts_on = models.DateField("开始日期")
    ends_on = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "主题活动"
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="campaign_days",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
