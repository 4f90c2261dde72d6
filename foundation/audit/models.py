from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from foundation.audit.triggers import append_only


class Visibility(models.TextChoices):
    """Who may read an event on a timeline."""

    PUBLIC = "public", "公开"
    PARTIES = "parties", "当事各方"
    OFFICE = "office", "机关内部"


class Event(models.Model):
    """One thing that somebody did to something. Written once; the sealing job fills seq and the hashes, once."""

    at = models.DateTimeField("发生时间")
    recorded_at = models.DateTimeField("记录时间", default=timezone.now)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="操作人"
    )
    actor_name = models.CharField("操作人姓名", max_length=100)
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="代为办理"
    )
    verb = models.CharField("事项", max_length=80)
    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="对象类别")
    subject_id = models.CharField("对象编号", max_length=64)
    subject_label = models.CharField("对象", max_length=200)
    summary = models.TextField("说明", blank=True)
    data = models.JSONField("明细", default=dict, encoder=DjangoJSONEncoder)
    visibility = models.CharField("可见范围", max_length=10, choices=Visibility, default=Visibility.PARTIES)
    seq = models.BigIntegerField("链上序号", null=True, unique=True)
    prev_hash = models.CharField("前一条校验值", max_length=64, null=True)
    hash = models.CharField("校验值", max_length=64, null=True)

    subject = GenericForeignKey("subject_type", "subject_id")

    class Meta:
        verbose_name = verbose_name_plural = "操作记录"
        ordering = ["-id"]
        default_permissions = ("view",)
        triggers = append_only("seq", "prev_hash", "hash")
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "at", "id"], name="audit_event_subject"),
            models.Index(fields=["verb", "-id"], name="audit_event_verb"),
            models.Index(fields=["actor", "-id"], name="audit_event_actor"),
            models.Index(fields=["-at", "-id"], name="audit_event_at"),
            models.Index(fields=["id"], condition=models.Q(seq=None), name="audit_event_unsealed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(seq=None, prev_hash=None, hash=None)
                | models.Q(seq__gte=1, prev_hash__isnull=False, hash__isnull=False),
                name="audit_event_sealed_wholly",
                violation_error_message="序号与校验值须同时写入。",
            ),
        ]

    def __str__(self) -> str:
        return self.summary or f"{self.actor_name} {self.verb}"


class Seal(models.Model):
    """One run of the sealing job: how far the chain reached, so that a chain cut short at its end is noticed."""

    sealed_at = models.DateTimeField("封存时间", default=timezone.now)
    first_seq = models.BigIntegerField("起始序号")
    last_seq = models.BigIntegerField("截止序号", unique=True)
    head_hash = models.CharField("链尾校验值", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "封存记录"
        ordering = ["-last_seq"]
        default_permissions = ("view",)
        triggers = append_only()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_seq__gte=models.F("first_seq")),
                name="audit_seal_in_order",
                violation_error_message="截止序号不能小于起始序号。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_seq}–{self.last_seq}"
