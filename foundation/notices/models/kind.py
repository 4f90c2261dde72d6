"""Kinds of messages as rows, so that the office decides what also goes out as mail."""

from django.db import models
from django.db.models import Q


class Delivery(models.TextChoices):
    """What follows the inbox entry."""

    NOW = "now", "即时发邮件"
    DIGEST = "digest", "并入每日汇总邮件"
    NONE = "none", "只在站内"


class NoticeKind(models.Model):
    """A kind of message. Rooms register their kinds in code; what the office edits here is left alone."""

    key = models.CharField("代码", max_length=60, primary_key=True)
    name = models.CharField("名称", max_length=60)
    statutory = models.BooleanField("法定告知", default=False, help_text="法定告知即时发出，个人不能关闭。")
    delivery = models.CharField("邮件", max_length=8, choices=Delivery, default=Delivery.NOW)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "消息种类"
        ordering = ["order", "key"]
        constraints = [
            models.CheckConstraint(
                name="noticekind_statutory_by_mail",
                condition=Q(statutory=False) | Q(delivery=Delivery.NOW),
                violation_error_message="法定告知必须即时发邮件。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
