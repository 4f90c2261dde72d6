"""Topical deliberations: whose business each one is."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies.rules import ANSWERING
from foundation.workdays.clock import today
from liaison_stations.rules.stations import READERS
from liaison_stations.states.deliberation import DeliberationState


class DeliberationQuerySet(QuerySet):
    """Questions about deliberations."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; the stations one keeps; for deputies and bodies where they sit."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        seats = self.model._meta.get_field("seats").related_model._default_manager
        sits = seats.filter(Q(deputy__user=user) | Q(body__in=user.organisations(*ANSWERING)))
        kept = self._stations().kept_by(user, today()).order_by().values("pk")
        return self.filter(Q(station__in=kept) | Q(pk__in=sits.order_by().values("deliberation")))

    def run_by(self, user: Any, on: date) -> Self:
        """Of the stations this person keeps."""
        return self.filter(station__in=self._stations().kept_by(user, on).order_by().values("pk"))

    def open(self) -> Self:
        """Ahead, or not settled."""
        return self.filter(state__in=(DeliberationState.PLANNED, DeliberationState.HELD))

    def published(self) -> Self:
        """What anybody may read, the latest first."""
        return self.filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def with_names(self) -> Self:
        return self.select_related("station__area__parent", "station__kind")

    def _stations(self) -> Any:
        return self.model._meta.get_field("station").related_model._default_manager
