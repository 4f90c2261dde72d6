"""What the public may read of deputies, and who takes the place of one whose seat has ended."""

from datetime import date
from typing import Any, Self

from django.db.models import F, Q, QuerySet

from deputies.rules.register import KEEPERS
from deputies.states import PageState


class PublicPageQuerySet(QuerySet):
    def open_on(self, day: date) -> Self:
        """Pages signed off, of deputies who serve in the portal's own congress on that day (代表法 58)."""
        seats = self.model._meta.get_field("deputy").related_model._meta.get_field("mandates").related_model
        serving = seats.objects.at_home().serving_on(day).values("deputy")
        return self.filter(state=PageState.SHOWN, deputy__in=serving)

    def visible_to(self, user: Any) -> Self:
        """The office sees every page, a deputy his own; what everybody may read is asked with `open_on`."""
        if not user.is_authenticated:
            return self.none()
        return self if user.has_role(*KEEPERS) else self.filter(deputy__user=user)

    def count_visit(self, page: Any, day: date) -> None:
        """One more on that day; two at the same moment are both counted."""
        visits = self.model._meta.get_field("visits").related_model.objects
        _, made = visits.get_or_create(page=page, on=day, defaults={"count": 1})
        if not made:
            visits.filter(page=page, on=day).update(count=F("count") + 1)


def successors(seats: Any, former: Any, day: date) -> QuerySet:
    """Who serves in `former`'s place on `day`: his constituency, or where that is empty now, his delegation.

    Of an earlier term, the constituency and delegation of the same name in the current one.
    """
    serving = seats.at_home().serving_on(day).exclude(deputy=former.deputy_id)
    serving = serving.select_related("deputy", "delegation", "constituency")
    if former.constituency_id:
        near = serving.filter(constituency__name=former.constituency.name)
        if near.exists():
            return near
    if not former.delegation_id:
        return serving.none()
    return serving.filter(Q(delegation__name=former.delegation.name))
