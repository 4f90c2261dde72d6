"""Which point schemes, snapshots and standings."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies import people
from deputies.querysets.dated import DatedQuerySet
from deputies.querysets.duty import seats_near
from deputies.rules.duty import FILE_READERS
from deputies.rules.register import WHOLE_REGISTER
from deputies.states import SnapshotState


class PointSchemeQuerySet(DatedQuerySet):
    """Questions about schemes. Their rules are open to everybody who has an account."""

    def with_rows(self) -> Self:
        """With parts, rules and grades, in four further queries."""
        return self.prefetch_related("parts", "rules__kind", "rules__part", "grades")


class PointSnapshotQuerySet(QuerySet):
    """Questions about snapshots."""

    def visible_to(self, user: Any) -> Self:
        """Whoever reads files reads all of them; a deputy those that are fixed."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*FILE_READERS):
            return self.all()
        return self.fixed() if people.all_mandates_of(user) else self.none()

    def fixed(self) -> Self:
        return self.filter(state=SnapshotState.FIXED)

    def waiting(self) -> Self:
        """Asked for, and no job has begun."""
        return self.filter(state=SnapshotState.ASKED)


class PointStandingQuerySet(QuerySet):
    """Questions about standings."""

    def visible_to(self, user: Any) -> Self:
        """Of those whose file this person may open, as in the ledger."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_REGISTER):
            return self.all()
        deputy = self.model._meta.get_field("deputy").related_model
        seats = deputy._meta.get_field("mandates").related_model.objects.filter(seats_near(user)).order_by()
        return self.filter(Q(deputy__user=user) | Q(deputy__in=seats.values("deputy")))
