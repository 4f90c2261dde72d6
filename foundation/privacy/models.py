from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from foundation.audit.triggers import append_only


class Reveal(models.Model):
    """Somebody looked at a personal datum in clear, and why (F94). Append-only; holds no personal datum itself."""

    at = models.DateTimeField("查看时间")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="查看人")
    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="对象类别")
    subject_id = models.CharField("对象编号", max_length=64)
    field = models.CharField("内容", max_length=64)
    purpose = models.CharField("用途", max_length=200)

    subject = GenericForeignKey("subject_type", "subject_id")

    class Meta:
        verbose_name = verbose_name_plural = "个人信息查看记录"
        ordering = ["-id"]
        default_permissions = ("view",)
        triggers = append_only()
        indexes = [models.Index(fields=["subject_type", "subject_id", "-id"], name="privacy_reveal_subject")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(purpose=""),
                name="privacy_reveal_has_purpose",
                violation_error_message="请填写用途。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} {self.field} {self.purpose}"


class Erasure(models.Model):
    """The tombstone of personal data: of which row, which columns, when and why. Append-only, holds none of them."""

    at = models.DateTimeField("删除时间")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="经办人")
    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="对象类别")
    subject_id = models.CharField("对象编号", max_length=64)
    fields = models.CharField("内容", max_length=200)
    reason = models.CharField("理由", max_length=200)

    subject = GenericForeignKey("subject_type", "subject_id")

    class Meta:
        verbose_name = verbose_name_plural = "个人信息删除记录"
        ordering = ["-id"]
        default_permissions = ("view",)
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.fields} {self.reason}"
