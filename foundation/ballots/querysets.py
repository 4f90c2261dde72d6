"""Which rule holds on a day, and which counts belong to what was balloted."""

from datetime import date
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet


class BallotRuleQuerySet(QuerySet):
    """Questions about rules."""

    def on(self, day: date) -> Self:
        """Rows in force on `day`."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)

    def named(self, code: str, day: date) -> Any | None:
        """The version of the rule `code` that took effect last; None when none is in force on `day`."""
        rows = self.on(day).filter(code=code).prefetch_related("clauses", "groups", "scores")
        return rows.order_by("-valid_from", "-pk").first()


class PaperCountQuerySet(QuerySet):
    """Questions about counts."""

    def of(self, subject: Model) -> Self:
        """The counts of one thing that was balloted, the first one first."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=str(subject.pk)).order_by("pk")

    def entered(self) -> Self:
        """Waiting for the second clerk."""
        return self.filter(state="entered")

    def standing(self) -> Self:
        """Checked, and the ballot stands."""
        return self.filter(state="confirmed", stands=True)
