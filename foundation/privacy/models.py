from typing import Any, Self

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from foundation.audit.triggers import append_only
from foundation.privacy.states import PURGE_FLOW, PurgeState
from foundation.workflow.models import Versioned


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


class PurgeQuerySet(models.QuerySet):
    """Questions about purges."""

    def waiting_for(self, user: Any) -> Self:
        """Those somebody of the office has to ask for, and those somebody else than who asked has to confirm."""
        return self.filter(Q(state=PurgeState.DUE) | Q(state=PurgeState.ASKED) & ~Q(asked_by=user))


class PurgeOrder(Versioned):
    """One purge of personal data that are due (清除单): found, asked for by one, confirmed by another, done."""

    found_at = models.DateTimeField("列出时间")
    state = models.CharField("状态", max_length=10, choices=PurgeState, default=PurgeState.DUE, editable=False)
    on = models.DateField("以哪一天为准", null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="提请人"
    )
    asked_at = models.DateTimeField("提请时间", null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="确认人"
    )
    confirmed_at = models.DateTimeField("确认时间", null=True)
    return_reason = models.CharField("退回理由", max_length=200, blank=True)
    done_at = models.DateTimeField("清除时间", null=True)

    objects = PurgeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "到期个人信息清除单"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")),
                name="purge_by_two",
                violation_error_message="清除须由两人办理，提请人不能自己确认。",
            ),
            models.CheckConstraint(
                condition=Q(state=PurgeState.DUE) | Q(asked_by__isnull=False, on__isnull=False),
                name="purge_asked_first",
                violation_error_message="须先由一人提请。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(PurgeState.DUE, PurgeState.ASKED)) | Q(confirmed_by__isnull=False),
                name="purge_confirmed_first",
                violation_error_message="须先由另一人确认。",
            ),
        ]
        triggers = [
            PURGE_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="purge_order_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"清除单第{self.pk}号"

    def get_absolute_url(self) -> str:
        return reverse("privacy:purge", args=[self.pk])


class PurgeLine(models.Model):
    """One kind of rows in a purge: their keys as they stood when it was asked for, and how many are erased."""

    order = models.ForeignKey(PurgeOrder, models.PROTECT, related_name="lines", verbose_name="清除单")
    kind = models.CharField("类别代码", max_length=80)
    name = models.CharField("类别", max_length=60)
    reason = models.CharField("依据的保存规则", max_length=200)
    keys = models.JSONField("对象编号", default=list)
    done = models.PositiveIntegerField("已清除", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "清除明细"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["order", "kind"],
                name="purge_line_once",
                violation_error_message="这一类已经列入这份清除单。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}{len(self.keys)}条"

    @property
    def model(self) -> type[models.Model]:
        """The model whose rows these are."""
        return apps.get_model(self.kind)
