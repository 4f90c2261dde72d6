"""What a supervision finds out: who reads it."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from supervision.rules.house import ANSWERING, READERS


class InsideQuerySet(QuerySet):
    """Kept inside: the house and whoever is in the team."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        return self.filter(undertaking__in=self._team().filter(user=user, left_at__isnull=True).values("undertaking"))

    def _team(self) -> Any:
        undertaking: Any = self.model._meta.get_field("undertaking").related_model
        return undertaking._meta.get_field("team").related_model._default_manager.order_by()


class ToldQuerySet(InsideQuerySet):
    """Told to the body it names as well, once it has been told."""

    told = Q()

    def visible_to(self, user: Any) -> Self:
        inside = super().visible_to(user)
        bodies = user.organisations(*ANSWERING) if user.is_authenticated else set()
        if not bodies:
            return inside
        own = self.filter(self.told, organisation__in=bodies)
        return self.filter(Q(pk__in=inside.order_by().values("pk")) | Q(pk__in=own.order_by().values("pk")))


class CollectedQuerySet(ToldQuerySet):
    told = Q(sent_at__isnull=False)
