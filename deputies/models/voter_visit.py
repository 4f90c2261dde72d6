import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from deputies.querysets.voters import VoterVisitQuerySet
from deputies.states.contact import ContactWay
from foundation.audit.history import tracked
from foundation.vault.fields import EncryptedTextField


@tracked()
class VoterVisit(models.Model):
    """One time a deputy was in touch with some of his voters. What they said is read by him alone, encrypted."""

    deputy = models.ForeignKey(
        "deputies.Deputy", on_delete=models.PROTECT, related_name="voter_visits", verbose_name="代表"
    )
    on = models.DateField("日期")
    way = models.CharField("联系方式", max_length=10, choices=ContactWay)
    voters = models.ManyToManyField("deputies.VoterContact", related_name="visits", verbose_name="选民")
    words = EncryptedTextField("反映的情况", blank=True)
    recorded_at = models.DateTimeField("登记时间")
    taken_back_at = models.DateTimeField("撤回时间", null=True, blank=True)
    reason = models.CharField("撤回理由", max_length=200, blank=True)

    objects = VoterVisitQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联系选民记录"
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["deputy", "-on"], name="voter_visit_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | ~Q(reason=""),
                name="voter_visit_taken_back_with_reason",
                violation_error_message="撤回联系记录须写明理由。",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="voter_visit_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="voter_visit_is_fixed", fields=["deputy", "on", "way", "recorded_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.deputy.name}联系选民（{self.get_way_display()}）"

    def get_absolute_url(self) -> str:
        return reverse("deputies:voter-visits")
