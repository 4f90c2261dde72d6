"""Scores: whose business each one is."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.db.models import Avg, Q, QuerySet

from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from liaison_stations.rules.scoring import HOUSE
from liaison_stations.scoring import rounded
from liaison_stations.states.scoring import ScoreState, SheetKind


def _model_of(model: Any, field: str) -> Any:
    return model._meta.get_field(field).related_model


class ScoreQuerySet(QuerySet):
    """Questions about scores."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; a scorer's of his rounds; one's own; for whoever is scored all published of its kind."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*HOUSE):
            return self.all()
        on = today()
        return self.filter(self._listed(user) | self._own(user, on) | self._published_among(user, on))

    def _listed(self, user: Any) -> Q:
        """In the rounds whose scorer this person is."""
        rounds = _model_of(self.model, "round").scorers.through.objects.filter(user=user)
        return Q(round__in=rounds.values("scoreround"))

    def _own(self, user: Any, on: date) -> Q:
        stations = _model_of(self.model, "station")._default_manager.kept_by(user, on)
        houses = user.organisations(Role.TOWNSHIP_CLERK, on=on)
        return Q(station__in=stations.order_by().values("pk")) | Q(organisation__in=houses)

    def _published_among(self, user: Any, on: date) -> Q:
        compared = user.has_role(Role.TOWNSHIP_CLERK, Role.STATION_KEEPER, on=on)
        return Q(state=ScoreState.PUBLISHED) if compared else Q(pk__in=())

    def waiting_for_self(self, user: Any, on: date) -> Self:
        """Whose keepers have yet to rate them."""
        return self.filter(self._own(user, on), state=ScoreState.SELF).order_by("round__self_due_on", "pk")

    def waiting_for_scorer(self, user: Any) -> Self:
        """On this scorer's list, and not scored by him."""
        sheets = _model_of(self.model, "sheets")._default_manager
        given = sheets.standing().filter(scorer=user, kind=SheetKind.ON_SITE).order_by().values("score")
        rows = self.filter(self._listed(user), state=ScoreState.ON_SITE).exclude(pk__in=given)
        return rows.order_by("round", "pk")

    def published(self) -> Self:
        return self.filter(state=ScoreState.PUBLISHED)

    def with_names(self) -> Self:
        """With everything a line or a page shows."""
        return self.select_related("station__area__parent", "station__kind", "organisation", "round__table")


class ScoreRoundQuerySet(QuerySet):
    """Questions about rounds of scoring."""

    def visible_to(self, user: Any) -> Self:
        """Whoever finds one score of it; all for the house."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*HOUSE):
            return self.all()
        scores = _model_of(self.model, "scores")._default_manager.visible_to(user)
        return self.filter(pk__in=scores.order_by().values("round"))

    def to_publish(self) -> Self:
        return self.filter(published_at__isnull=True).order_by("year", "pk")


class ScoreSheetQuerySet(QuerySet):
    """Questions about sheets."""

    def standing(self) -> Self:
        """Those that no correction took the place of."""
        return self.filter(replaced_at__isnull=True)

    def readable_by(self, user: Any, score: Any) -> Self:
        """The sheets of one score that this person may read: scorers judge apart until the result is published.

        The office reads all. A scorer reads the self-rating and his own; whoever is scored his own self-rating and,
        once published, what was given on site.
        """
        rows = self.standing().filter(score=score)
        if user.has_role(*HOUSE) or score.state == ScoreState.PUBLISHED:
            return rows
        return rows.filter(Q(kind=SheetKind.SELF) | Q(scorer=user))

    def with_marks(self) -> Self:
        """With scorers, marks and their items; the self-rating first."""
        return self.select_related("scorer").prefetch_related("marks__item").order_by("-kind", "given_at", "pk")

    def averages(self, scores: Iterable[int]) -> dict[int, dict[int, Decimal]]:
        """Score → item → the average of what stands on site, two decimals half up; one query."""
        rows = self.standing().filter(score__in=list(scores), kind=SheetKind.ON_SITE).order_by()
        found: dict[int, dict[int, Decimal]] = {}
        means = rows.values_list("score", "marks__item").annotate(mean=Avg("marks__points"))
        for score, item, mean in means:
            if item is not None:
                found.setdefault(score, {})[item] = rounded(mean)
        return found
