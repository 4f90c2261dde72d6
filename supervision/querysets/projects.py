"""Livelihood projects: who may read which, what waits for whom."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies import people
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.project import PUBLIC_STATES, ChangeState, ProjectState
from supervision.states.project_vote import VoteState

S = ProjectState


class ProjectQuerySet(QuerySet):
    """Questions about projects."""

    def visible_to(self, user: Any) -> Self:
        """What is announced; the house all; a township its own; deputies what they vote on; units their own."""
        if not user.is_authenticated:
            return self.public()
        if user.has_role(*READERS):
            return self.all()
        bodies = user.organisations(*ANSWERING)
        asked = self.model._meta.get_field("checks").related_model.objects.filter(unit__in=bodies)
        mine = Q(unit__in=bodies) | Q(pk__in=asked.order_by().values("project"))
        mine |= Q(project_year__house__in=user.organisations(Role.TOWNSHIP_CLERK)) | Q(state__in=PUBLIC_STATES)
        if people.mandates_of(user, today()):
            mine |= Q(state__in=(S.CANDIDATE, S.CHOSEN, S.UNCHOSEN))
        return self.filter(mine)

    def public(self) -> Self:
        """What everybody may read: announced, with what became of it."""
        return self.filter(state__in=PUBLIC_STATES)

    def run_by(self, user: Any, on: date) -> Self:
        mine = Q(project_year__house__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))
        if user.has_role(*OFFICE, on=on):
            mine |= Q(project_year__house__isnull=True)
        return self.filter(mine)

    def to_report(self, user: Any, on: date) -> Self:
        """Of this person's body and under way: it reports every month."""
        return self.filter(unit__in=user.organisations(*ANSWERING, on=on), state=S.UNDER_WAY).order_by("due_on", "pk")

    def to_steer(self, user: Any, on: date) -> Self:
        """Waits for whoever runs the year: to be accepted, or a change to go before the meeting."""
        changes = self.model._meta.get_field("changes").related_model.objects.filter(state=ChangeState.ASKED)
        waiting = Q(state=S.REPORTED) | Q(pk__in=changes.order_by().values("project"))
        return self.run_by(user, on).filter(waiting).order_by("due_on", "pk")

    def adopted_by(self, user: Any) -> Self:
        """What a deputy has taken on and is not struck off yet."""
        places = self.model._meta.get_field("deputies").related_model.objects
        mine = places.filter(deputy__user=user, until__isnull=True).order_by().values("project")
        return self.filter(pk__in=mine).exclude(state__in=(S.CLOSED, S.CANCELLED)).order_by("due_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("project_year__house", "field", "unit")


class OfProjectQuerySet(QuerySet):
    """Parts of a project, found by who finds the project."""

    def visible_to(self, user: Any) -> Self:
        projects = self.model._meta.get_field("project").related_model._default_manager.visible_to(user)
        return self.filter(project__in=projects.order_by().values("pk"))

    def checks_for(self, user: Any, on: date) -> Self:
        """Examinations this person's body owes."""
        bodies = user.organisations(*ANSWERING, on=on)
        return self.filter(unit__in=bodies, answered_at__isnull=True).order_by("asked_at", "pk")

    def troubles_for(self, user: Any, on: date) -> Self:
        """What deputies found at this person's projects and nobody has answered."""
        bodies = user.organisations(*ANSWERING, on=on)
        return self.filter(project__unit__in=bodies, answered_at__isnull=True).exclude(trouble="").order_by("at", "pk")

    def with_names(self) -> Self:
        return self.select_related("project__project_year__house", "project__unit", "project__field")


class ProjectVoteQuerySet(QuerySet):
    """Questions about votes."""

    def visible_to(self, user: Any) -> Self:
        years = self.model._meta.get_field("project_year").related_model._default_manager.visible_to(user)
        return self.filter(project_year__in=years.order_by().values("pk"))

    def running(self) -> Self:
        """Planned or entered, not settled."""
        return self.filter(state__in=(VoteState.PLANNED, VoteState.ENTERED))

    def to_check(self, user: Any, on: date) -> Self:
        """Figures that wait for a second person."""
        mine = Q(project_year__house__in=user.organisations(Role.TOWNSHIP_CLERK, on=on))
        rows = self if user.has_role(*OFFICE, on=on) else self.filter(mine)
        return rows.filter(state=VoteState.ENTERED).exclude(entered_by=user).order_by("held_on", "pk")

    def settled(self) -> Self:
        return self.filter(state=VoteState.SETTLED)

    def with_names(self) -> Self:
        return self.select_related("project_year__house", "meeting", "entered_by", "checked_by", "ballot")
