import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from liaison_stations.querysets.rota import SwapQuerySet
from liaison_stations.states.rota import SWAP_FLOW, SwapState


@tracked()
class DutySwap(Versioned):
    """A deputy asks a colleague to take his turn, in exchange for the colleague's (`other_turn`) or without."""

    turn = models.ForeignKey(
        "liaison_stations.SlotTurn", on_delete=models.PROTECT, related_name="swaps", verbose_name="本人值班"
    )
    other = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="swaps_asked", verbose_name="商请的代表"
    )
    other_turn = models.ForeignKey(
        "liaison_stations.SlotTurn",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="swaps_wanted",
        verbose_name="对方值班",
    )
    reason = models.CharField("理由", max_length=200)
    state = models.CharField("状态", max_length=10, choices=SwapState, default=SwapState.ASKED, editable=False)
    answer = models.CharField("答复", max_length=200, blank=True)
    asked_at = models.DateTimeField("提出时间")
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    objects = SwapQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "接待日换班"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["turn"],
                condition=Q(state=SwapState.ASKED),
                name="swap_asked_once",
                violation_error_message="这次值班已在商请换班，请等对方答复，或者先撤回。",
            ),
        ]
        triggers = [
            SWAP_FLOW.fsm_trigger("state"),
            pgtrigger.Protect(name="swap_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.turn.deputy.name}商请{self.other.name}换班"

    def get_absolute_url(self) -> str:
        return reverse("stations:my-turns")
