"""A body people belong to: an office, a committee, a handling unit, a township congress."""

from typing import Any

import pghistory
from django.conf import settings
from django.db import models

from foundation.accounts.pinyin import title_key
from foundation.accounts.roles import OrganisationKind
from foundation.vault.fields import EncryptedTextField


class OrganisationQuerySet(models.QuerySet):
    """Questions an office asks about organisations."""

    def active(self) -> "OrganisationQuerySet":
        """Organisations still at work."""
        return self.filter(is_active=True)

    def of_kind(self, *kinds: str) -> "OrganisationQuerySet":
        """Organisations of any of `kinds`."""
        return self.filter(kind__in=kinds)


@pghistory.track(exclude=["phone"])
class Organisation(models.Model):
    """Never deleted: closed by `is_active` off, and what took its work over stands in `successor`."""

    name = models.CharField(
        "名称", max_length=100, unique=True, error_messages={"unique": "已有同名单位，请核对后使用原有单位。"}
    )
    short_name = models.CharField("简称", max_length=30, blank=True)
    kind = models.CharField("类型", max_length=32, choices=OrganisationKind)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级单位"
    )
    phone = EncryptedTextField("联系电话", blank=True, default="")
    leader_in_charge = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations_in_charge",
        verbose_name="分管领导",
        help_text="期限逾期升级时提醒分管领导。",
    )
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name="承接单位"
    )
    pinyin_key = models.CharField("拼音排序", max_length=200, blank=True, db_index=True, help_text="留空时按名称生成。")
    is_active = models.BooleanField("启用", default=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "单位"
        verbose_name_plural = "单位"
        ordering = ["pinyin_key", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")) & ~models.Q(successor=models.F("id")),
                name="organisation_not_its_own_parent",
                violation_error_message="单位不能是自己的上级单位或承接单位，请重新选择。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pinyin_key = self.pinyin_key or title_key(self.name)
        super().save(*args, **kwargs)

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    @property
    def under_government(self) -> bool:
        """Whether suggestions reach it through the government office, which also checks its replies."""
        return self.kind in (OrganisationKind.GOVERNMENT_OFFICE, OrganisationKind.HANDLING_UNIT)
