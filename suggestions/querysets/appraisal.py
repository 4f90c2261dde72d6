"""Which appraisals, and which reports of units."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from foundation.accounts.roles import Role
from suggestions.rules import relations
from suggestions.states import AppraisalState, HandedState

READERS = (*relations.DISTRICT_OFFICE, *relations.WHOLE_DISTRICT)


class AppraisalQuerySet(QuerySet):
    """Questions about the yearly choice of units and suggestions."""

    def visible_to(self, user: Any) -> Self:
        """Scores name single suggestions and units, so they stay with office and leaders; the list is published."""
        return self if user.is_authenticated and user.has_role(*READERS) else self.none()

    def published(self) -> Self:
        return self.filter(state=AppraisalState.PUBLISHED)

    def light(self) -> Self:
        """Without the scores, which are large."""
        return self.defer("content")


class HandedReportQuerySet(QuerySet):
    """Questions about the reports the government and the units hand in."""

    def visible_to(self, user: Any) -> Self:
        """Office, leaders and committees all; a body its own; deputies what was heard."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS, Role.COMMITTEE, Role.GOVERNMENT_OFFICE):
            return self
        own = Q(organisation__in=user.organisations(*relations.UNIT))
        heard = Q(state=HandedState.HEARD) if relations.own_mandates(user) else Q(pk__in=[])
        return self.filter(own | heard)

    def to_hear(self) -> Self:
        return self.filter(state=HandedState.HANDED_IN)
