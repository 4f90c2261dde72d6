"""Who keeps in touch with whom, and how often he did."""

from datetime import date
from typing import Any, Self

from django.db.models import Count, Max, Q, QuerySet

from deputies.querysets.dated import DatedQuerySet
from deputies.rules.register import KEEPERS, LEADERS, WHOLE_REGISTER


class StandardQuerySet(DatedQuerySet):
    """Local numbers of the work of keeping in touch."""


class MemberContactQuerySet(QuerySet):
    """Questions about who contacts which deputy."""

    def visible_to(self, user: Any) -> Self:
        """All for the congress's own people, his own for a deputy."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_REGISTER):
            return self.all()
        return self.filter(deputy__user=user)

    def on(self, day: date) -> Self:
        """In force on `day`."""
        return self.in_days(day, day)

    def in_days(self, first: date, last: date) -> Self:
        """In force on at least one of these days."""
        return self.filter(Q(until_date__isnull=True) | Q(until_date__gte=first), from_date__lte=last)

    def in_year(self, year: int) -> Self:
        return self.in_days(date(year, 1, 1), date(year, 12, 31))

    def of_member(self, user: Any) -> Self:
        return self.filter(member=user)

    def with_names(self) -> Self:
        return self.select_related("member", "deputy")

    def with_visits_of(self, year: int) -> Self:
        """With `times` and `last_on` of the visits made in `year`."""
        made = Q(visits__on__year=year)
        return self.annotate(times=Count("visits", filter=made), last_on=Max("visits__on", filter=made))


class ContactVisitQuerySet(QuerySet):
    """Questions about visits. What a deputy said is read by him, his contact person, the office and the leaders."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if self.reads_all(user):
            return self.all()
        return self.filter(Q(contact__member=user) | Q(contact__deputy__user=user))

    def reads_all(self, user: Any) -> bool:
        """Whether this person reads the visits of everybody."""
        return user.is_authenticated and user.has_role(*KEEPERS, *LEADERS)

    def open(self) -> Self:
        """Something was raised, and nobody has said yet what became of it."""
        return self.filter(outcome="").exclude(raised="")
