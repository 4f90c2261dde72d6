from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Q

from liaison_stations.models.letter import Letter
from liaison_stations.models.matter import MatterGroup
from liaison_stations.models.reception_record import ReceptionRecord
from liaison_stations.querysets.matters import CorrectionQuerySet
from liaison_stations.states.matter import CorrectionKind


class MatterCorrection(models.Model):
    """What the office said about one letter or visit against the grouping. Never changed: the newest row counts.

    A row of the kind `back` undoes the newest before it. Rows of one act have the same `act`.
    """

    kind = models.CharField("更正", max_length=8, choices=CorrectionKind)
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+", verbose_name="来信")
    record = models.ForeignKey(ReceptionRecord, models.PROTECT, null=True, related_name="+", verbose_name="接待记录")
    source = models.ForeignKey(MatterGroup, models.PROTECT, related_name="corrections_away", verbose_name="原归入")
    target = models.ForeignKey(
        MatterGroup, models.PROTECT, null=True, related_name="corrections_to", verbose_name="改归入"
    )
    reason = models.CharField("理由", max_length=200)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", verbose_name="经办人")
    at = models.DateTimeField("时间")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "民情归并更正"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(letter__isnull=True) ^ Q(record__isnull=True),
                name="matter_correction_of_one",
                violation_error_message="更正须对应一封来信或者一份接待记录。",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=(CorrectionKind.MOVE, CorrectionKind.JOIN)) ^ Q(target__isnull=True),
                name="matter_correction_target",
                violation_error_message="改归入其他事项的，须写明哪一个。",
            ),
        ]
        triggers = [pgtrigger.Protect(name="matter_correction_kept", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.source}"

    @property
    def act(self) -> tuple[Any, ...]:
        """What the rows that were said at once have in common."""
        return self.at, self.by_id, self.source_id, self.kind
