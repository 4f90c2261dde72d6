"""Years of livelihood projects, and the local numbers of the vote on them."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies.querysets.dated import DatedQuerySet
from foundation.accounts.roles import Role
from supervision.rules.house import OFFICE
from supervision.rules.project_years import may_open_projects
from supervision.states.project import PUBLIC_STATES, ProjectState
from supervision.states.project_year import YearState

S = YearState


class ProjectStandardQuerySet(DatedQuerySet):
    """Questions about local numbers."""

    def amount_on(self, code: str, day: date) -> int:
        """The number in force on `day`; 0, that is no demand, where the office has ended the row."""
        row = self.latest_on(day, code=code)
        return row.amount if row else 0


class ProjectYearQuerySet(QuerySet):
    """Questions about years."""

    def visible_to(self, user: Any) -> Self:
        """Everybody who works with projects at all: what is collected and voted on is no secret among them."""
        return self.all() if may_open_projects(user) else self.none()

    def run_by(self, user: Any, on: date) -> Self:
        """Those this person runs."""
        mine = Q(house__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))
        return self.filter(mine | Q(house__isnull=True)) if user.has_role(*OFFICE, on=on) else self.filter(mine)

    def collecting_on(self, day: date) -> Self:
        """Open to citizens' ideas on the day."""
        return self.filter(state=S.COLLECTING, collect_from__lte=day, collect_until__gte=day)

    def public(self) -> Self:
        """Whose projects everybody may read."""
        return self.filter(announced_at__isnull=False)

    def shown_on(self, day: date) -> Self:
        """Of which the public site tells anything: from the first day of the collection on."""
        return self.filter(collect_from__lte=day)

    def with_names(self) -> Self:
        return self.select_related("house")

    def with_figures(self) -> Self:
        """With how many ideas came, how many projects there are, how many are struck off."""
        return self.annotate(
            idea_count=Count("ideas", distinct=True),
            project_count=Count("projects", filter=~Q(projects__state=ProjectState.DROPPED), distinct=True),
            work_count=Count("projects", filter=Q(projects__state__in=PUBLIC_STATES), distinct=True),
            done_count=Count("projects", filter=Q(projects__state=ProjectState.CLOSED), distinct=True),
        )
