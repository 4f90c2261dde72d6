"""Recalls and by-elections: whose business each one is; constituencies with a vacant seat."""

from datetime import date
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum

from deputies.models import Constituency
from deputies.states import MandateStatus
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from supervision.rules.house import LEADERS, OFFICE, READERS
from supervision.states.ballots import ReadingState
from supervision.states.seats import RUNNING_ELECTIONS, RUNNING_RECALLS, ByElectionState, RecallState

R, E = RecallState, ByElectionState
NOT_TOLD = (R.RECEIVED, R.DECLINED)


class RecallQuerySet(QuerySet):
    """Questions about recalls. While one runs it is between the office, the leaders and the deputy himself."""

    def visible_to(self, user: Any) -> Self:
        """All for office and leaders; for others of the house what was announced; a deputy his own once accepted."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*OFFICE, *LEADERS):
            return self.all()
        own = Q(mandate__deputy__user=user) & ~Q(state__in=NOT_TOLD)
        return self.filter(own | Q(state=R.ANNOUNCED) if user.has_role(*READERS) else own)

    def to_defend(self, user: Any) -> Self:
        """One's own that may still be answered: taken up, not yet printed, nothing said so far; with `defend_by`."""
        rows = self.filter(mandate__deputy__user=user, state=R.ACCEPTED, defence="")
        kind = ContentType.objects.get_for_model(self.model)
        clocks = Deadline.objects.open().filter(kind="recall_defence", subject_type=kind, subject_id=OuterRef("pk"))
        return rows.annotate(defend_by=Subquery(clocks.values("due_on")[:1])).order_by("accepted_on", "pk")

    def public(self) -> Self:
        """What was announced."""
        return self.filter(state=R.ANNOUNCED)

    def open_for(self, user: Any) -> Self:
        """What the office has to carry on, the oldest first."""
        return self.visible_to(user).filter(state__in=RUNNING_RECALLS).order_by("received_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("mandate__deputy", "mandate__term__congress", "mandate__constituency")


class ByElectionQuerySet(QuerySet):
    """Questions about by-elections."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; for a township or street those of its area."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        mine = user.organisations(Role.TOWNSHIP_CLERK)
        return self.filter(constituency__area__organisation__in=mine)

    def public(self) -> Self:
        return self.filter(state=E.ANNOUNCED)

    def open_for(self, user: Any) -> Self:
        """What the office has to carry on, the earliest vote first."""
        return self.visible_to(user).filter(state__in=RUNNING_ELECTIONS).order_by("vote_on", "pk")

    def with_names(self) -> Self:
        return self.select_related("constituency__term__congress", "constituency__area", "delegation")


class SeatCandidateQuerySet(QuerySet):
    def visible_to(self, user: Any) -> Self:
        elections = self.model._meta.get_field("by_election").related_model.objects.visible_to(user)
        return self.filter(by_election__in=elections.order_by().values("pk"))

    def with_names(self) -> Self:
        return self.select_related("by_election__constituency__term__congress")

    def standing(self) -> Self:
        """Put forward and not withdrawn."""
        return self.filter(dropped_reason="")

    def to_vote_on(self) -> Self:
        """Whom the next turn is about: those with equal votes alone, or everybody not elected yet."""
        open_ones = self.standing().filter(elected_on__isnull=True)
        tied = open_ones.filter(tied=True)
        return tied if tied.exists() else open_ones


class SeatReadingQuerySet(QuerySet):
    """Figures entered by one person, of a recall or a by-election: never shown, only compared."""

    def of_turn(self, turn: int) -> Self:
        return self.filter(turn=turn)

    def waiting(self) -> Self:
        """Entered once; another person enters them too."""
        return self.filter(state=ReadingState.ENTERED)


def vacancies(on: date) -> QuerySet[Constituency]:
    """Constituencies of terms in office with fewer deputies than seats, with `seated` and `vacant`."""
    terms = Q(term__is_current=True) & (Q(term__ends_on__isnull=True) | Q(term__ends_on__gte=on))
    held = Count("mandates", filter=~Q(mandates__status=MandateStatus.ENDED), distinct=True)
    rows = Constituency.objects.filter(terms, seats__isnull=False).annotate(seated=held)
    return rows.annotate(vacant=F("seats") - F("seated")).filter(vacant__gt=0).select_related("term__congress", "area")


def places_taken(elections: QuerySet) -> int:
    """How many places running by-elections of a constituency fill already."""
    return elections.filter(state__in=RUNNING_ELECTIONS).aggregate(n=Sum("places"))["n"] or 0
