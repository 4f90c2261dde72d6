"""Rows of the issue ledger: which of them whom concerns, and what has come of them."""

from datetime import date
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet

from foundation.accounts.models import Organisation
from foundation.accounts.roles import Role
from supervision.rules.house import ANSWERING, LEADERS, OFFICE, READERS
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
        mine = Exists(self._asked().filter(problem=OuterRef("pk"), deputy__user=user))
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

    def to_follow(self, user: Any, on: date) -> Self:
        """What waits for whoever follows: to be handed over, to be confirmed."""
        return self.followed_by(user, on).filter(state__in=(S.FOUND, S.CLAIMED)).order_by("found_at", "pk")

    def to_mend(self, user: Any, on: date) -> Self:
        """Handed to this person's body and not yet mended, the most pressing first."""
        return self.filter(unit__in=user.organisations(*ANSWERING, on=on), state=S.MENDING).order_by("due_on", "pk")

    def to_rate(self, user: Any, on: date) -> Self:
        """Those a deputy is asked about and has not answered."""
        asked = self._asked().filter(problem=OuterRef("pk"), round=OuterRef("round"), deputy__user=user, grade="")
        return self.filter(Exists(asked), state=S.CLAIMED).order_by("claimed_at", "pk")

    def to_decide(self, user: Any, on: date) -> Self:
        """Those whose unit asks for more time, for the leader in charge of it."""
        if not user.has_role(*LEADERS, on=on):
            return self.none()
        waiting = self.model._meta.get_field("delays").related_model._default_manager.waiting()
        mine = Q(unit__leader_in_charge=user) | Q(unit__leader_in_charge__isnull=True)
        return self.filter(mine, Exists(waiting.filter(problem=OuterRef("pk")))).order_by("due_on", "pk")

    def of_year(self, year: int) -> Self:
        """Those entered in that year."""
        return self.filter(found_at__year=year)

    def per_unit(self, on: date) -> QuerySet:
        """The units with their figures: found, struck off, of these in time, open, overdue, come back."""
        mine = Q(problems__in=self.counted().order_by().values("pk"))
        struck = mine & Q(problems__state=S.STRUCK)
        rows = Organisation.objects.annotate(
            found=Count("problems", filter=mine),
            struck=Count("problems", filter=struck),
            in_time=Count("problems", filter=struck & Q(problems__claimed_on__lte=F("problems__due_on"))),
            mending=Count("problems", filter=mine & Q(problems__state__in=OPEN)),
            overdue=Count("problems", filter=mine & Q(problems__state=S.MENDING, problems__due_on__lt=on)),
            back=Count("problems", filter=mine & Q(problems__reopened__gt=0)),
        )
        return rows.filter(found__gt=0).order_by("-overdue", "-mending", "pinyin_key", "pk")

    def with_names(self) -> Self:
        return self.select_related("unit", "committee", "struck_by")

    def _asked(self) -> Any:
        return self.model._meta.get_field("voices").related_model._default_manager


class DelayQuerySet(QuerySet):
    """Questions about requests for more time."""

    def visible_to(self, user: Any) -> Self:
        """Those of the problems and opinions this person finds."""
        problems, opinions = (
            self._of(name).visible_to(user).order_by().values("pk") for name in ("problem", "opinion")
        )
        return self.filter(Q(problem__in=problems) | Q(opinion__in=opinions))

    def _of(self, field: str) -> Any:
        return self.model._meta.get_field(field).related_model._default_manager

    def waiting(self) -> Self:
        return self.filter(state=DelayState.ASKED)
