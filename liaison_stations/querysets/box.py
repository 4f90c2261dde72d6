"""Openings of opinion boxes: which of them whom concerns."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from foundation.accounts.roles import LEADERS, OFFICE_ROLES
from foundation.workdays.clock import today
from liaison_stations.states.box import BoxState


class BoxQuerySet(QuerySet):
    """Questions about openings."""

    def visible_to(self, user: Any) -> Self:
        """All for the office and the leaders; else one's own stations' and what one opened."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*OFFICE_ROLES, *LEADERS):
            return self.all()
        stations = self.model._meta.get_field("station").related_model.objects.kept_by(user, today())
        return self.filter(Q(opened_by=user) | Q(opened_with=user) | Q(station__in=stations))

    def to_confirm(self, user: Any) -> Self:
        """Waiting for this person as the second opener."""
        return self.filter(opened_with=user, state=BoxState.OPENED)

    def to_enter(self) -> Self:
        """With slips that are not entered yet."""
        return self.filter(state=BoxState.CONFIRMED)

    def with_names(self) -> Self:
        rows = self.select_related("station", "opened_by", "opened_with")
        return rows.annotate(entered_count=Count("entered"))
