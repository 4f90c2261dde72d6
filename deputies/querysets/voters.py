"""A deputy's fixed contacts with voters, and what the office may count of them."""

from datetime import date, timedelta
from typing import Any, Self

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from deputies.rules.register import KEEPERS
from deputies.states import MandateStatus


class VoterContactQuerySet(QuerySet):
    """Questions about fixed contacts."""

    def visible_to(self, user: Any) -> Self:
        """The deputy's own; masked for the office, which opens a name only with a reason that is kept."""
        if not user.is_authenticated:
            return self.none()
        return self.all() if user.has_role(*KEEPERS) else self.of_user(user)

    def of_user(self, user: Any) -> Self:
        return self.filter(deputy__user=user)

    def current(self) -> Self:
        return self.filter(until_date__isnull=True)

    def with_last_visit(self) -> Self:
        """With `last_on`, the day of the last visit that stands."""
        return self.annotate(last_on=Max("visits__on", filter=Q(visits__taken_back_at__isnull=True)))

    def not_met_in(self, year: int) -> Self:
        visits = self.model._meta.get_field("visits").related_model._base_manager.filter(
            on__year=year, taken_back_at__isnull=True, voters=OuterRef("pk")
        )
        return self.filter(~Exists(visits))

    def to_erase(self, day: date, keep_days: int) -> Self:
        """Not needed any more: ended `keep_days` ago, or kept by somebody whose last seat is over."""
        seats = self.model._meta.get_field("deputy").related_model._meta.get_field("mandates").related_model
        running = Q(term__ends_on__isnull=True) | Q(term__ends_on__gte=day)
        held = seats._base_manager.filter(running, deputy=OuterRef("deputy")).exclude(status=MandateStatus.ENDED)
        over = Q(until_date__lt=day - timedelta(days=keep_days)) | ~Exists(held)
        return self.filter(over, erased_at__isnull=True)


class VoterVisitQuerySet(QuerySet):
    """Questions about visits to voters."""

    def of_user(self, user: Any) -> Self:
        return self.filter(deputy__user=user)

    def standing(self) -> Self:
        """Not taken back."""
        return self.filter(taken_back_at__isnull=True)
