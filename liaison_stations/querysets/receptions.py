"""Records of receptions: which of them whom concerns, what still waits, which are old enough to be emptied."""

from datetime import date, timedelta
from typing import Any, Self

from django.apps import apps
from django.db.models import Count, Q, QuerySet

from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from liaison_stations.querysets.rota import moment_of
from liaison_stations.states.reception import ReceptionPath, RecordState

WHOLE_HOUSE = (Role.CLERK, Role.SECRETARY, Role.CHAIR, Role.VICE_CHAIR)


class RecordQuerySet(QuerySet):
    """Questions about records of receptions."""

    def visible_to(self, user: Any) -> Self:
        """All for the office and the leaders; a station's for who keeps it; a deputy's own."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_HOUSE):
            return self.all()
        stations = apps.get_model("liaison_stations", "Station").objects.kept_by(user, today())
        own = self.model.deputies.through.objects.filter(deputy__user=user).values("receptionrecord")
        return self.filter(Q(station__in=stations) | Q(pk__in=own))

    def to_tell(self) -> Self:
        """The result is there, the visitor does not know it yet."""
        return self.filter(state=RecordState.ANSWERED)

    def to_erase(self, day: date, keep_days: int) -> Self:
        """Settled on the spot, and older than the local rule keeps a visitor's data."""
        rows = self.filter(letter__isnull=True, erased_at__isnull=True)
        return rows.filter(received_at__lt=moment_of(day - timedelta(days=keep_days)))

    def counts(self) -> dict[str, int]:
        """How many there are, on each path, and settled."""
        paths = {path.value: Count("pk", filter=Q(path=path)) for path in ReceptionPath}
        return self.order_by().aggregate(total=Count("pk"), **paths)

    def with_names(self) -> Self:
        return self.select_related("station__area__parent", "slot", "letter__key", "entered_by").prefetch_related(
            "deputies"
        )
