from datetime import date, datetime
from typing import Any, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from foundation.audit.history import tracked


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def on(self, day: date, *purposes: str) -> dict[str, "ConsentText"]:
        """Purpose → the text in force on `day`; one query. What has no text may not be asked for."""
        rows = self.filter(purpose__in=purposes, valid_from__lte=day).order_by("purpose", "valid_from", "pk")
        return {row.purpose: row for row in rows}


@tracked()
class ConsentText(models.Model):
    """The words people agree to, for one purpose, from a day on (个人信息保护法 17). A change is a new row."""

    purpose = models.SlugField("用途代码", max_length=40, db_index=False)
    name = models.CharField("用途", max_length=60)
    ask = models.CharField("勾选项文字", max_length=120)
    text = models.TextField("告知内容")
    legal_basis = models.CharField("依据", max_length=200)
    valid_from = models.DateField("生效日期", default=date(2000, 1, 1))

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "个人信息告知和同意"
        ordering = ["purpose", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "valid_from"],
                name="consent_text_once",
                violation_error_message="这一用途在同一生效日期已有告知内容。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.valid_from:%Y-%m-%d}起）"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def of(self, subject: models.Model) -> Self:
        """What was agreed to about one thing."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=subject.pk)

    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)

    def give(self, subject: models.Model, texts: list[ConsentText], *, at: datetime) -> None:
        """Writes down to which words the writer of `subject` agreed."""
        kind = ContentType.objects.get_for_model(subject)
        rows = [self.model(subject_type=kind, subject_id=subject.pk, text=text, at=at) for text in texts]
        self.bulk_create(rows)

    def withdraw(self, subject: models.Model, purpose: str, *, at: datetime) -> int:
        """The writer agrees no longer; answers whether there was anything to take back."""
        return self.of(subject).standing().filter(text__purpose=purpose).update(withdrawn_at=at)


class Consent(models.Model):
    """Somebody agreed to a text about one thing, and may have taken it back (个人信息保护法 15)."""

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="对象类别")
    subject_id = models.BigIntegerField("对象编号")
    subject = GenericForeignKey("subject_type", "subject_id")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="+", verbose_name="告知内容")
    at = models.DateTimeField("同意时间")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    objects: Any = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "同意记录"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["subject_type", "subject_id", "text"], name="consent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.text_id} {self.at:%Y-%m-%d}"
