from django.db import models
from django.db.models import Q

from suggestions.models.objection import Decided
from suggestions.querysets import OfAssignmentQuerySet


class Extension(Decided):
    """A unit asks for a later due date, once and before it is due; at most six months after T0 (代表法 51, F22)."""

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="extensions", verbose_name="承办任务"
    )
    reason = models.TextField("理由")
    until = models.DateField("申请延至")
    requested_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="申请人")
    requested_at = models.DateTimeField("申请时间")
    granted_until = models.DateField("同意延至", null=True, blank=True)

    objects = OfAssignmentQuerySet.as_manager()

    class Meta(Decided.Meta):
        verbose_name = verbose_name_plural = "延期申请"
        ordering = ["pk"]
        constraints = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(accepted__isnull=True),
                name="extension_one_open",
                violation_error_message="已有一份待决定的延期申请。",
            ),
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(accepted=True),
                name="extension_once",
                violation_error_message="每个承办单位只能延期一次。",
            ),
            models.CheckConstraint(
                condition=~Q(accepted=True) | Q(granted_until__isnull=False),
                name="extension_granted_until",
                violation_error_message="同意延期须写明日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment.unit}申请延至{self.until:%Y-%m-%d}"
