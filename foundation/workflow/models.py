"""What a model inherits to notice two people at once, and who is editing what right now."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Versioned(models.Model):
    """A row that counts its changes, so that a page opened before the last one is noticed (F36)."""

    version = models.PositiveIntegerField("版本", default=1, editable=False)

    class Meta:
        abstract = True

    def bump(self, *fields: str) -> None:
        """Saves the named fields and one more version. Call it on a row that `lock()` returned."""
        self.version += 1
        self.save(update_fields=[*fields, "version"])


class EditPresence(models.Model):
    """One person is working on one object. A heartbeat too old means nobody is; the row is replaced on take-over."""

    subject_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, verbose_name="对象类型")
    subject_id = models.CharField("对象编号", max_length=64)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, verbose_name="编辑人")
    since = models.DateTimeField("开始时间")
    heartbeat_at = models.DateTimeField("最近活动")

    class Meta:
        verbose_name = "正在编辑"
        verbose_name_plural = "正在编辑"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id"],
                name="one_editor_per_object",
                violation_error_message="已有同事正在编辑。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}正在编辑"


class Procedure(models.Model):
    """No table: the place of the read-only list of flows in the admin, and the permission to see it."""

    class Meta:
        managed = False
        default_permissions = ("view",)
        verbose_name = "办理流程"
        verbose_name_plural = "办理流程"
