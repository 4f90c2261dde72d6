"""Which funds, projects and papers of projects."""

from typing import Any, Self

from django.db.models import Exists, OuterRef, Q, QuerySet

from deputies.people import mandates_of
from deputies.states import Level
from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.workdays.clock import today
from suggestions.querysets import scope
from suggestions.rules.relations import DISTRICT_OFFICE, WHOLE_DISTRICT
from suggestions.states import ProjectState

KEEPERS = (*DISTRICT_OFFICE, *WHOLE_DISTRICT, Role.COMMITTEE)


def reads_all(user: Any) -> bool:
    """The fund is the congress's own: its deputies read the whole ledger, those of the townships do not."""
    return user.has_role(*KEEPERS) or any(seat.level == Level.DISTRICT for seat in mandates_of(user, today()))


def carries(user: Any) -> Any:
    """The bodies for which this person acts."""
    return user.organisations(*DUTY_ROLES)


class FundQuerySet(QuerySet):
    """The yearly pots."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if reads_all(user):
            return self.all()
        mine = scope.related(self.model, "projects").filter(carrier__in=carries(user))
        return self.filter(pk__in=mine.values("fund"))


class FundProjectQuerySet(QuerySet):
    """Questions about projects."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        return self.all() if reads_all(user) else self.filter(carrier__in=carries(user))

    def standing(self) -> Self:
        """Those that use money."""
        return self.exclude(state=ProjectState.CANCELLED)

    def carried_by(self, user: Any) -> Self:
        return self.filter(carrier__in=carries(user))

    def read_by(self, user: Any) -> Self:
        """Says of each whether its suggestion may be opened by this person: a carrier reads its number alone."""
        papers = self.model._meta.get_field("suggestion").related_model.objects.visible_to(user)
        return self.annotate(opens_suggestion=Exists(papers.order_by().filter(pk=OuterRef("suggestion"))))

    def with_names(self) -> Self:
        return self.select_related("fund", "carrier", "suggestion__lead__deputy").defer(
            *(f"suggestion__{name}" for name in ("search_text", "search_vector", "facts", "grounds", "proposals"))
        )


class OfProjectQuerySet(QuerySet):
    """Rows of a project's file."""

    def visible_to(self, user: Any) -> Self:
        projects = self.model._meta.get_field("project").related_model.objects.visible_to(user)
        return self.filter(Q(project__in=projects.order_by().values("pk")))
