from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.querysets.campaigns import CampaignQuerySet
from foundation.workflow.models import Versioned


class Campaign(Versioned):
    """A campaign (主题活动, such as 代表在行动): a word that activities of all kinds carry for some time.

    With `published_at` everybody reads `summary`, what was held and the chosen photographs.
    """

    name = models.CharField("名称", max_length=60, unique=True, error_messages={"unique": "已有同名主题活动。"})
    description = models.TextField("要求", blank=True)
    starts_on = models.DateField("开始日期")
    ends_on = models.DateField("结束日期", null=True, blank=True)

    summary = models.TextField("活动情况", blank=True, editable=False)
    published_at = models.DateTimeField("公布时间", null=True, blank=True, editable=False)

    objects = CampaignQuerySet.as_manager()

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

    def get_absolute_url(self) -> str:
        return reverse("deputies:campaign", args=[self.pk])
