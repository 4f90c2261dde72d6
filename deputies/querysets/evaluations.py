"""Yearly evaluations: whose business each one is."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies import people
from deputies.rules.register import KEEPERS, LEADERS
from deputies.states import EvaluationState
from foundation.accounts.roles import Role
from foundation.workdays.clock import today

S = EvaluationState
HOUSE = (*KEEPERS, *LEADERS)


def _model_of(model: Any, field: str) -> Any:
    return model._meta.get_field(field).related_model


class EvaluationQuerySet(QuerySet):
    """Questions about evaluations."""

    def visible_to(self, user: Any) -> Self:
        """One's own, one's group's for the convener, all for office and leaders; the grade of colleagues is told in a
        list of the round, not here."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*HOUSE):
            return self.all()
        return self.filter(Q(mandate__deputy__user=user) | self._convened(user))

    def _convened(self, user: Any) -> Q:
        groups = people.groups_of(user, today()) if user.has_role(Role.GROUP_CONVENER) else set()
        return Q(mandate__group__in=groups)

    def waiting_for_deputy(self, user: Any) -> Self:
        """His marks of himself, or the grade he may object to."""
        mine = self.filter(mandate__deputy__user=user, state__in=(S.SELF, S.SHOWN), round__published_at=None)
        return mine.order_by("pk")

    def waiting_for_group(self, user: Any) -> Self:
        rows = self.filter(self._convened(user), state=S.GROUP, round__published_at=None)
        return rows.exclude(mandate__deputy__user=user).order_by("pk")

    def waiting_for_office(self) -> Self:
        return self.filter(state__in=(S.OFFICE, S.OBJECTED), round__published_at=None).order_by("state", "pk")

    def public(self) -> Self:
        """Published grades of the portal's own congress that the office also shows on the deputies' public pages."""
        home = self.filter(mandate__term__congress__is_home=True)
        return home.filter(state=S.PUBLISHED, round__is_public=True).order_by("-round__year", "pk")

    def with_names(self) -> Self:
        """With everything a line or a page shows."""
        return self.select_related("mandate__deputy", "mandate__delegation", "mandate__group", "round__scheme")


class EvaluationRoundQuerySet(QuerySet):
    """Questions about rounds."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; for a deputy those he is in, and the published ones of his congress."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*HOUSE):
            return self.all()
        rows = _model_of(self.model, "evaluations")._default_manager
        seen = rows.visible_to(user).order_by().values("round")
        terms = {seat.term_id for seat in people.mandates_of(user, today())}
        published = rows.filter(mandate__term__in=terms, round__published_at__isnull=False).order_by().values("round")
        return self.filter(Q(pk__in=seen) | Q(pk__in=published))


class EvaluationFollowUpQuerySet(QuerySet):
    """Questions about reminders."""

    def visible_to(self, user: Any) -> Self:
        """The office alone."""
        return self.all() if user.is_authenticated and user.has_role(*HOUSE) else self.none()

    def waiting(self) -> Self:
        return self.filter(done__isnull=True).order_by("pk")
