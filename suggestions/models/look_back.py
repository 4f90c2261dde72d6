from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from suggestions.models.progress import ProgressColour
from suggestions.querysets import LookBackQuerySet, OfAssignmentQuerySet


class LookBack(models.Model):
    """A look back (回头看) at the replies of an earlier year that were given one class: what has become of them."""

    year = models.PositiveSmallIntegerField("建议年度")
    class_code = models.CharField("答复类别", max_length=4)
    title = models.CharField("名称", max_length=80)
    note = models.TextField("要求", blank=True)
    due_on = models.DateField("填报期限")
    opened_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="发起人")
    opened_at = models.DateTimeField("发起时间")
    closed_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="办结人"
    )
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)
    conclusion = models.TextField("总体情况", blank=True)

    objects = LookBackQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "回头看"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "class_code"],
                condition=Q(closed_at__isnull=True),
                name="look_back_one_open",
                violation_error_message="这一年度、这一类别的回头看正在进行。",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("suggestions:look-back", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class LookBackItem(models.Model):
    """One reply looked back at; its unit says once where the matter stands, and nothing is changed afterwards."""

    look_back = models.ForeignKey(LookBack, on_delete=models.PROTECT, related_name="items", verbose_name="回头看")
    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="+", verbose_name="建议"
    )
    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="look_backs", verbose_name="承办任务"
    )
    colour = models.ForeignKey(
        ProgressColour, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="现在的情况"
    )
    text = models.TextField("落实情况", blank=True)
    answered_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="填报人"
    )
    answered_at = models.DateTimeField("填报时间", null=True, blank=True)

    objects = OfAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "回头看事项"
        ordering = [F("answered_at").asc(nulls_first=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["look_back", "assignment"],
                name="look_back_item_once",
                violation_error_message="该答复已列入这次回头看。",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | (Q(colour__isnull=False) & ~Q(text="")),
                name="look_back_answered",
                violation_error_message="请选择现在的情况，并写明落实情况。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.look_back}：{self.suggestion}"

    @property
    def is_open(self) -> bool:
        """Whether the unit has still to answer."""
        return self.answered_at is None

    @property
    def clock_name(self) -> str:
        return str(self)
