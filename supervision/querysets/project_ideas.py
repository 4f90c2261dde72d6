"""What was proposed as a livelihood project: whose business each idea is."""

from datetime import date, timedelta
from typing import Any, Self

from django.db.models import Q, QuerySet

from foundation.accounts.roles import Role
from foundation.intake import codes
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.project_idea import IdeaState
from supervision.states.project_year import YearState


class ProjectIdeaQuerySet(QuerySet):
    """Questions about ideas."""

    def visible_to(self, user: Any) -> Self:
        """The house all; a township its own; deputies and bodies what they proposed themselves."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        mine = Q(deputy__user=user) | Q(unit__in=user.organisations(*ANSWERING))
        return self.filter(mine | Q(project_year__house__in=user.organisations(Role.TOWNSHIP_CLERK)))

    def to_screen(self, user: Any, on: date) -> Self:
        """Waiting for whoever runs the year, the oldest first."""
        mine = Q(project_year__house__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))
        if user.has_role(*OFFICE, on=on):
            mine |= Q(project_year__house__isnull=True)
        open_years = (YearState.COLLECTING, YearState.SCREENING)
        waiting = self.filter(mine, state=IdeaState.POSTED, project_year__state__in=open_years)
        return waiting.order_by("posted_at", "pk")

    def opened_by(self, number: str, code: str) -> Any | None:
        """The idea a citizen may open with number and code, or None."""
        plain = codes.plain_number(number.strip().removeprefix("征"))
        row = self.filter(number=plain).exclude(code_hash="").with_names().first() if plain else None
        return row if row and codes.matches(row.code_hash, plain, codes.plain_code(code)) else None

    def screened(self) -> Self:
        """Of which the public may read the outline and the reason."""
        return self.filter(state__in=(IdeaState.ADOPTED, IdeaState.DECLINED))

    def contact_over_on(self, day: date, keep: int) -> Self:
        """Contacts whose year was closed so many days before."""
        rows = self.filter(erased_at__isnull=True, project_year__state=YearState.CLOSED)
        last = day - timedelta(days=keep)
        return rows.filter(code_hash__gt="", project_year__closed_on__lte=last)

    def with_names(self) -> Self:
        return self.select_related("project_year__house", "project", "deputy", "unit", "area", "suggestion", "letter")
