"""Who stayed away from a whole session without leave."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies import rules
from deputies.states import CAME, AttendanceStatus, LeaveState


class SessionAbsenceQuerySet(QuerySet):
    """Questions about absences from sessions."""

    def visible_to(self, user: Any) -> Self:
        """The office and the leaders; the deputy his own."""
        if not user.is_authenticated:
            return self.none()
        return self.all() if user.has_role(*rules.ABSENCE_READERS) else self.filter(mandate__deputy__user=user)

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def to_handle(self) -> Self:
        """Waiting for the office, the second absence first."""
        return self.standing().filter(handled_at=None).order_by("-ordinal", "noticed_at", "pk")


def wholly_absent(invitations: QuerySet) -> set[int]:
    """Ids of the deputies who, of these closed half-days, attended none and had leave for none."""
    there = Q(attendance__in=(*CAME, AttendanceStatus.LEAVE))
    there |= Q(leaves__state=LeaveState.APPROVED) & ~Q(leaves__parts=[])
    counted = invitations.order_by().values("deputy").annotate(there=Count("pk", filter=there))
    return {row["deputy"] for row in counted if not row["there"]}
