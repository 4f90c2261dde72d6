"""Rows of the issue ledger: which of them whom concerns, and what has come of them."""

from datetime import date
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet

from foundation.accounts.roles import Role
from supervision.rules.house import ANSWERING, OFFICE, READERS
from supervision.states.delay import DelayState
from supervision.states.problem import OPEN, WITH_UNIT, ProblemState

S = ProblemState


class ProblemQuerySet(QuerySet):
    """Questions about problems."""

    def visible_to(self, user: Any) -> Self:
        """All for the house; for a unit what was handed to it; for a deputy what he is asked about."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self.all()
        handed = Q(unit__in=user.organisations(*ANSWERING), state__in=(*WITH_UNIT, S.WITHDRAWN))
        asked = self.model._meta.get_field("voices").related_model._default_manager
        mine = Exists(asked.filter(problem=OuterRef("pk"), deputy__user=user))
        return self.filter(handed | mine)

    def public(self) -> Self:
        """What anybody may read, the latest first."""
        return self.filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def of_source(self, source: Model) -> Self:
        """Those found in this report, inspection, opinion or session."""
        return self.filter(source_type=ContentType.objects.get_for_model(source), source_id=source.pk)

    def open(self) -> Self:
        return self.filter(state__in=OPEN)

    def counted(self) -> Self:
        """All but those withdrawn: what a unit is measured by."""
        return self.exclude(state=S.WITHDRAWN)

    def overdue_on(self, day: date) -> Self:
        """Not yet claimed as mended although the day has passed."""
        return self.filter(state=S.MENDING, due_on__lt=day)

    def in_situation(self, situation: str, day: date) -> Self:
        """The choices of the list's filter: open, overdue, come back."""
        if situation == "overdue":
            return self.overdue_on(day)
        return self.filter(reopened__gt=0) if situation == "back" else self.open()

    def followed_by(self, user: Any, on: date) -> Self:
        """Those this person confirms: a committee its own, the office those no committee follows."""
        if not user.is_authenticated:
            return self.none()
        committees = user.organisations(Role.COMMITTEE, on=on)
        office = Q(committee__isnull=True) if user.has_role(*OFFICE, on=on) else Q(pk__in=[])
        return self.filter(Q(committee__in=committees) | office)

    def to_hand(self, user: Any, on: date) -> Self:
        return self.followed_by(user, on).filter(state=S.FOUND).order_by("found_at", "pk")

    def to_check(self, user: Any, on: date) -> Self:
        return self.followed_by(user, on).filter(state=S.CLAIMED).order_by("claimed_at", "pk")

    def to_mend(self, user: Any) -> Self:
        """Handed to this person's body and not yet mended, the most pressing first."""
        return self.filter(unit__in=user.organisations(*ANSWERING), state=S.MENDING).order_by("due_on", "pk")

    def per_unit(self, on: date) -> QuerySet:
        """One line for each unit: found, struck off, struck off in time, open, overdue, come back."""
        struck = Q(state=S.STRUCK)
        rows = self.counted().filter(unit__isnull=False).order_by().values("unit", "unit__name")
        return rows.annotate(
            found=Count("pk"),
            struck=Count("pk", filter=struck),
            in_time=Count("pk", filter=struck & Q(claimed_on__lte=F("due_on"))),
            mending=Count("pk", filter=Q(state__in=OPEN)),
            overdue=Count("pk", filter=Q(state=S.MENDING, due_on__lt=on)),
            back=Count("pk", filter=Q(reopened__gt=0)),
        )

    def with_names(self) -> Self:
        return self.select_related("unit", "committee", "struck_by")


class VoiceQuerySet(QuerySet):
    """Questions about what those concerned say."""

    def waiting_for(self, user: Any) -> Self:
        """What this deputy is asked and has not answered."""
        now = Q(problem__state=S.CLAIMED, problem__round=F("round"))
        return self.filter(now, deputy__user=user, grade="").order_by("asked_at", "pk")


class DelayQuerySet(QuerySet):
    """Questions about requests for more time."""

    def waiting(self) -> Self:
        return self.filter(state=DelayState.ASKED)
