from django.db import models
from django.db.models import Q

from suggestions.querysets import OfAssignmentQuerySet


class Decided(models.Model):
    """A request that somebody answers once: open while `accepted` is empty."""

    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定人"
    )
    accepted = models.BooleanField("同意", null=True, blank=True)
    decision_note = models.TextField("决定理由", blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted__isnull=True, decided_at__isnull=True)
                | Q(accepted__isnull=False, decided_at__isnull=False),
                name="%(app_label)s_%(class)s_decided",
                violation_error_message="决定须同时写明时间。",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.accepted is None


class Objection(Decided):
    """A unit asks, inside the window, that a suggestion be given to another one (申请调整, F18)."""

    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="objections", verbose_name="承办任务"
    )
    legal_basis = models.CharField("职责依据", max_length=300)
    reason = models.TextField("理由")
    proposed_unit = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name="建议承办单位"
    )
    raised_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="申请人")
    raised_at = models.DateTimeField("申请时间")

    objects = OfAssignmentQuerySet.as_manager()

    class Meta(Decided.Meta):
        verbose_name = verbose_name_plural = "调整申请"
        ordering = ["pk"]
        constraints = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(accepted__isnull=True),
                name="objection_one_open",
                violation_error_message="该单位已有一份待决定的调整申请。",
            ),
            models.CheckConstraint(
                condition=~Q(legal_basis="") & ~Q(reason=""),
                name="objection_reasoned",
                violation_error_message="请写明职责依据和理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment.unit}申请调整"


class Appeal(Decided):
    """The deputy objects to the assignment (SH15 14); the clerk decides."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.PROTECT, related_name="appeals", verbose_name="建议"
    )
    assignment = models.ForeignKey(
        "suggestions.Assignment", on_delete=models.PROTECT, related_name="appeals", verbose_name="对哪一承办单位"
    )
    reason = models.TextField("理由")
    proposed_unit = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="希望承办单位",
    )
    raised_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", verbose_name="提出人")
    raised_at = models.DateTimeField("提出时间")

    objects = OfAssignmentQuerySet.as_manager()

    class Meta(Decided.Meta):
        verbose_name = verbose_name_plural = "对交办的异议"
        ordering = ["pk"]
        constraints = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(accepted__isnull=True),
                name="appeal_one_open",
                violation_error_message="已有一份待决定的异议。",
            ),
        ]

    def __str__(self) -> str:
        return "代表对交办的异议"
