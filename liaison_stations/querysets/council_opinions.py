"""Opinions of street congresses and deliberations: which of them whom concerns."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies.rules import ANSWERING
from liaison_stations.states.council_opinion import OpinionState

S = OpinionState
WITH_BODY = (S.HANDED, S.ANSWERED, S.CLOSED)


class CouncilOpinionQuerySet(QuerySet):
    """Questions about opinions."""

    def visible_to(self, user: Any) -> Self:
        """Of every congress and deliberation one finds; a body's what was handed to it."""
        if not user.is_authenticated:
            return self.none()
        handed = Q(body__in=user.organisations(*ANSWERING), state__in=WITH_BODY)
        congresses = self._of("congress").visible_to(user).order_by().values("pk")
        tables = self._of("deliberation").visible_to(user).order_by().values("pk")
        return self.filter(Q(congress__in=congresses) | Q(deliberation__in=tables) | handed)

    def to_answer(self, user: Any) -> Self:
        """Handed to this person's body, and not answered."""
        return self.filter(body__in=user.organisations(*ANSWERING), state=S.HANDED).order_by("handed_at", "pk")

    def to_steer(self, user: Any, on: date) -> Self:
        """What waits for whoever convenes: to be handed over, to be told back."""
        congresses = self._of("congress").run_by(user, on).order_by().values("pk")
        tables = self._of("deliberation").run_by(user, on).order_by().values("pk")
        mine = Q(congress__in=congresses) | Q(deliberation__in=tables)
        return self.filter(mine, state__in=(S.RAISED, S.ANSWERED)).order_by("raised_at", "pk")

    def published(self) -> Self:
        """What anybody may read, the latest first; what is taken off takes its opinions along."""
        shown = Q(congress__published_at__isnull=False) | Q(deliberation__published_at__isnull=False)
        return self.filter(shown, published_at__isnull=False).order_by("-published_at", "-pk")

    def with_names(self) -> Self:
        return self.select_related(
            "congress__area",
            "congress__organisation",
            "deliberation__station__area__parent",
            "meeting__congress__area",
            "member__deputy",
            "member__quota",
            "body",
            "answered_by",
        )

    def _of(self, field: str) -> Any:
        return self.model._meta.get_field(field).related_model._default_manager
