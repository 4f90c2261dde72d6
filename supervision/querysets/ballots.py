"""Ballots: which of them whom concerns."""

from datetime import date
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from supervision.rules.house import READERS
from supervision.states.ballots import ELECTRONIC, ENDED, BallotState

S = BallotState


class BallotQuerySet(QuerySet):
    """Questions about ballots."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; a deputy's those whose roll he stands on; what is published for everybody signed in."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        mine = self.model._meta.get_field("electors").related_model._default_manager.filter(user=user)
        return self.filter(Q(pk__in=mine.order_by().values("ballot")) | _published())

    def public(self) -> Self:
        """Results anyone may read."""
        return self.filter(_published())

    def about(self, subject: Model) -> Self:
        """The ballots on one matter, the first one first."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=str(subject.pk)).order_by("pk")

    def waiting_for_vote_of(self, user: Any) -> Self:
        """Open, and this person is present, votes on his own device and has not voted yet."""
        open_ones = self.filter(state=S.OPEN, mode__in=ELECTRONIC).order_by()
        # DISTINCT would bring the column of the order into the rows of the desk.
        own = [open_ones.filter(_waits_in(box, user)).values("pk") for box in ("electronic", "bodies__electronic")]
        return self.filter(Q(pk__in=own[0]) | Q(pk__in=own[1])).order_by("opened_at", "pk")

    def to_hold(self, user: Any, on: date) -> Self:
        """What waits for whoever runs ballots: to be opened, closed, counted, announced."""
        return self.filter(state__in=(S.PLANNED, S.OPEN, S.CLOSED)).order_by("held_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("rule", "meeting", "committee", "electronic")


class BallotLineQuerySet(QuerySet):
    """Questions about lines of ballots."""

    def waiting_about(self, target: Model) -> Self:
        """Those that stand for this matter in a ballot whose result is still to come."""
        kind = ContentType.objects.get_for_model(target)
        rows = self.filter(target_type=kind, target_id=str(target.pk)).exclude(ballot__state__in=ENDED)
        return rows.select_related("ballot").order_by("-pk")


def _waits_in(box: str, user: Any) -> Q:
    """On the roll of that electronic ballot, without a mark and without a paper."""
    free = {f"{box}__voters__mark__isnull": True, f"{box}__voters__paper__isnull": True}
    return Q(**{f"{box}__voters__user": user}, **free)


def _published() -> Q:
    return Q(state=S.ANNOUNCED, is_published=True)
