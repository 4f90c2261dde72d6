from django.db import models
from django.db.models import Q

from suggestions.querysets import CosignerQuerySet
from suggestions.states import CosignerState


class Cosigner(models.Model):
    """A deputy invited to sign along; only his own confirmation of the present text counts (F12)."""

    suggestion = models.ForeignKey(
        "suggestions.Suggestion", on_delete=models.CASCADE, related_name="cosigners", verbose_name="建议"
    )
    mandate = models.ForeignKey(
        "deputies.Mandate", on_delete=models.PROTECT, related_name="cosigned", verbose_name="联名代表"
    )
    state = models.CharField("状态", max_length=10, choices=CosignerState, default=CosignerState.INVITED)
    invited_at = models.DateTimeField("邀请时间")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    times_asked = models.PositiveSmallIntegerField("征询次数", default=1)
    text_hash = models.CharField("确认的文本", max_length=64, blank=True, editable=False)
    reason = models.CharField("说明", max_length=200, blank=True)
    agreed_to_withdraw_at = models.DateTimeField("同意撤回时间", null=True, blank=True)

    objects = CosignerQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联名代表"
        ordering = ["pk"]
        indexes = [models.Index(fields=["mandate", "state"], name="cosigner_by_mandate")]
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "mandate"], name="cosigner_once", violation_error_message="已经邀请过这位代表。"
            ),
            models.CheckConstraint(
                condition=~Q(state=CosignerState.CONFIRMED) | Q(answered_at__isnull=False),
                name="cosigner_confirmed_himself",
                violation_error_message="联名须由代表本人确认。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.mandate)
