import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets import BulletinQuerySet
from deputies.states import BulletinSource
from foundation.workflow.models import Versioned


@pghistory.track()
class Bulletin(Versioned):
    """News of the work of one body for the deputies (情况通报), with its files; sent to named people, kept as sent."""

    source = models.CharField("通报单位", max_length=14, choices=BulletinSource)
    number = models.CharField("期号或者文号", max_length=60, blank=True)
    title = models.CharField("标题", max_length=120)
    text = models.TextField("内容")
    issued_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="发布人")
    issued_at = models.DateTimeField("发布时间")
    reminded_at = models.DateTimeField("最近提醒时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawal_reason = models.CharField("撤回理由", max_length=200, blank=True)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "情况通报"
        ordering = ["-issued_at", "-pk"]
        indexes = [models.Index(fields=["-issued_at", "-id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "number"],
                condition=~Q(number="") & Q(withdrawn_at__isnull=True),
                name="bulletin_number_once",
                violation_error_message="该单位已有这一期号的通报。",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawal_reason=""),
                name="bulletin_withdrawn_with_reason",
                violation_error_message="撤回通报须写明理由。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="bulletin_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="bulletin_is_fixed", exclude=["version", "reminded_at", "withdrawn_at", "withdrawal_reason"]
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("deputies:bulletin", args=[self.pk])

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class BulletinCopy(models.Model):
    """One deputy to whom a bulletin was sent, and when he said that he has read it (签阅)."""

    bulletin = models.ForeignKey(Bulletin, on_delete=models.PROTECT, related_name="copies", verbose_name="通报")
    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="bulletin_copies", verbose_name="代表"
    )
    read_at = models.DateTimeField("签阅时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "通报签阅"
        ordering = ["deputy__pinyin_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bulletin", "deputy"],
                name="bulletin_sent_once",
                violation_error_message="这份通报已经发给该代表。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="bulletin_copy_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.deputy.name}：{self.bulletin}"
