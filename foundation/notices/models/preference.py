"""What a person wants to get as mail, kind by kind. The inbox gets everything."""

from django.conf import settings
from django.db import models

from foundation.notices.models.kind import Delivery, NoticeKind


class Preference(models.Model):
    """One person's wish for one kind. Rows for statutory kinds have no effect."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="用户", db_index=False
    )
    kind = models.ForeignKey(NoticeKind, models.CASCADE, verbose_name="消息种类", db_index=False)
    delivery = models.CharField("邮件", max_length=8, choices=Delivery)

    class Meta:
        verbose_name = verbose_name_plural = "消息偏好"
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="preference_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.kind_id} {self.delivery}"
