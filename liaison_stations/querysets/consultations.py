"""Monthly consultations and their matters: which of them whom concerns."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from foundation.accounts.roles import LEADERS, OFFICE_ROLES, Role
from liaison_stations.rules.office_letters import UNIT_SIDE
from liaison_stations.states.consultation import FOLLOWED, ConsultationState

WITH_MINUTES = (ConsultationState.MINUTED, ConsultationState.CLOSED)


class ConsultationQuerySet(QuerySet):
    """Questions about consultations."""

    def visible_to(self, user: Any) -> Self:
        """All for the office, the leaders and the committees."""
        house = user.is_authenticated and user.has_role(*OFFICE_ROLES, *LEADERS, Role.COMMITTEE)
        return self.all() if house else self.none()

    def with_counts(self) -> Self:
        """With the number of matters and of those still to be carried out."""
        waiting = Q(items__decision__in=FOLLOWED, items__settled_at__isnull=True)
        rows = self.select_related("chair")
        return rows.annotate(item_count=Count("items"), open_count=Count("items", filter=waiting))


class ConsultationItemQuerySet(QuerySet):
    """Questions about the matters of consultations."""

    def visible_to(self, user: Any) -> Self:
        """With their consultation; a unit's what was put to it, once the minutes are out."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*OFFICE_ROLES, *LEADERS, Role.COMMITTEE):
            return self.all()
        return self.filter(unit__in=user.organisations(*UNIT_SIDE), consultation__state__in=WITH_MINUTES)

    def to_settle(self) -> Self:
        """Decided, minuted and not carried out."""
        return self.filter(
            decision__in=FOLLOWED, settled_at__isnull=True, consultation__state=ConsultationState.MINUTED
        )

    def with_names(self) -> Self:
        return self.select_related("consultation", "letter", "unit")
