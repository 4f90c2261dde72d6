"""Letters: which of them whom concerns. Their writers never come this way, but by number and query code."""

from datetime import date, timedelta
from typing import Any, Self

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from foundation.accounts.roles import Role
from foundation.intake import codes
from foundation.workdays.clock import today
from liaison_stations.querysets.stations import lying_under
from liaison_stations.rules.office_letters import UNIT_SIDE
from liaison_stations.states.letter import FINISHED, OPEN, WITH_UNIT, LetterState

# A deputy hears of what is written to him once somebody has looked at it.
UNSEEN = (LetterState.POSTED, LetterState.DECLINED)
ALL_LETTERS = (Role.CLERK, Role.SECRETARY, Role.CHAIR, Role.VICE_CHAIR)


__all__ = ["UNIT_SIDE", "LetterQuerySet"]


class LetterQuerySet(QuerySet):
    """Questions about letters."""

    def visible_to(self, user: Any) -> Self:
        """All for the office and the leaders; a keeper's, a township's, a deputy's, a unit's own."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*ALL_LETTERS):
            return self
        mine = Q(deputy__user=user) | Q(to_deputy__user=user) & ~Q(state__in=UNSEEN)
        mine |= Q(unit__in=user.organisations(*UNIT_SIDE), state__in=WITH_UNIT)
        return self.filter(mine | self._kept_by(user, today()))

    def run_by(self, user: Any, on: date) -> Self:
        """Letters this person screens and passes on: the same answer as `rules.office_letters.runs`, as rows."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(Role.CLERK, Role.SECRETARY, on=on):
            return self.all()
        return self.filter(self._kept_by(user, on))

    def _kept_by(self, user: Any, day: date) -> Q:
        """Letters to the stations this person keeps, and for a township those from its villages."""
        stations = self.model._meta.get_field("to_station").related_model.objects.kept_by(user, day)
        kept = Q(to_station__in=stations.values("pk"))
        offices = user.organisations(Role.TOWNSHIP_CLERK)
        return kept | lying_under(offices) if offices else kept

    def open(self) -> Self:
        """Somebody of the house still has to do something."""
        return self.filter(state__in=OPEN)

    def waiting_for_writer(self) -> Self:
        """The writer was asked and has not said anything yet."""
        return self.filter(asked_at__isnull=False)

    def kept_long(self, on: date, days: int) -> Self:
        """Finished letters that ended more than `days` days before `on` and still have their words."""
        ended = self.annotate(ended_on=TruncDate(Coalesce("closed_at", "answered_at")))
        return ended.filter(state__in=FINISHED, erased_at=None, ended_on__lt=on - timedelta(days=days))

    def with_names(self) -> Self:
        """With what a line or a page shows, and the key it opens with."""
        return self.select_related(
            "key", "writer", "to_deputy", "to_station", "area__parent", "deputy", "unit", "repeats"
        )

    def opened_by(self, number: str, code: str) -> Any | None:
        """The letter of a typed number and code, or None; of an unknown number as late as of a wrong code."""
        wanted, plain = codes.plain_number(number), codes.plain_code(code)
        letter = self.with_names().filter(number=wanted).first()
        kept = letter.code_hash if letter else ""
        return letter if codes.matches(kept, wanted, plain) and letter else None
