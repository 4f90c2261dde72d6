import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import MaterialQuerySet
from foundation.workflow.models import Versioned


@pghistory.track()
class Material(Versioned):
    """Something to learn from at home (网上学习资料), with its files. A deputy says himself that he has learned it."""

    title = models.CharField("资料名称", max_length=120)
    summary = models.TextField("内容简介")
    course = models.ForeignKey(
        "deputies.Course",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="materials",
        verbose_name="所属课程",
    )
    issued_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="发布人")
    issued_at = models.DateTimeField("发布时间")
    withdrawn_at = models.DateTimeField("撤下时间", null=True, blank=True)
    withdrawal_reason = models.CharField("撤下理由", max_length=200, blank=True)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "学习资料"
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawal_reason=""),
                name="material_withdrawn_with_reason",
                violation_error_message="撤下学习资料须写明理由。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="material_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("deputies:material", args=[self.pk])

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class MaterialReading(models.Model):
    """One deputy has learned one material; a line of his file comes from it."""

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="readings", verbose_name="学习资料")
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="material_readings", verbose_name="代表"
    )
    read_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = verbose_name_plural = "学习登记"
        ordering = ["read_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["material", "deputy"],
                name="material_read_once",
                violation_error_message="您已登记学习过这份资料。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="material_reading_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy.name}：{self.material}"
