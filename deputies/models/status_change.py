import pgtrigger
from django.conf import settings
from django.db import models

from deputies.states import REASON_LABELS, MandateStatus


class MandateStatusChange(models.Model):
    """One change of a mandate's status with its ground and announcement (代表法 61–63). Rows are only ever added."""

    mandate = models.ForeignKey(
        "deputies.Mandate",
        on_delete=models.PROTECT,
        related_name="changes",
        verbose_name="代表职务",
    )
    from_status = models.CharField("原状态", max_length=10, choices=MandateStatus.choices)
    to_status = models.CharField("新状态", max_length=10, choices=MandateStatus.choices)
    reason = models.CharField("原因", max_length=20, choices=list(REASON_LABELS.items()), blank=True)
    effective_on = models.DateField("生效日期")
    announcement_no = models.CharField("公告文号", max_length=60, blank=True)
    announced_on = models.DateField("公告日期", null=True, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="经办人",
    )
    at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "状态变动"
        ordering = ["-effective_on", "-pk"]
        indexes = [models.Index(fields=["mandate", "-effective_on", "-id"])]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        if self.from_status == self.to_status:
            return "补选当选"
        return f"{self.get_from_status_display()}→{self.get_to_status_display()}"
