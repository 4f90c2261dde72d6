"""Which promises, and which of the papers that follow them."""

from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from deputies.states import Level
from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline
from suggestions.querysets import scope
from suggestions.querysets.parts import OfSuggestionQuerySet
from suggestions.rules.relations import DISTRICT_OFFICE, UNIT, WHOLE_DISTRICT
from suggestions.states import FINAL, PROMISE_RUNNING, CommitmentState


class CommitmentQuerySet(OfSuggestionQuerySet):
    """Questions about promises; a promise outlives the year and the term it was made in (F34)."""

    def public(self) -> Self:
        """Made in a reply everybody may read; `open_text` is the promise as it stands in the public copy."""
        replies = self.model._meta.get_field("reply").related_model.objects.public()
        rows = self.filter(reply__in=replies.order_by().values("pk"))
        rows = rows.filter(reply__public_words__copy=F("suggestion__public_copy"))
        return rows.annotate(open_text=F("reply__public_words__commitment_text"))

    def running(self) -> Self:
        """Not yet kept, confirmed and rated."""
        return self.filter(state__in=PROMISE_RUNNING)

    def open(self) -> Self:
        """The unit has still to act."""
        return self.filter(state=CommitmentState.OPEN).exclude(suggestion__state__in=FINAL)

    def overdue_on(self, day: date) -> Self:
        """Open although the promised day has passed."""
        return self.filter(state=CommitmentState.OPEN, due_on__lt=day)

    def of_units(self, user: Any) -> Self:
        """Promises of the units this person works in."""
        return self.filter(assignment__unit__in=user.organisations(*UNIT))

    def made_in(self, *years: int) -> Self:
        return self.filter(made_at__year__in=years)

    def without_progress_clock(self) -> Self:
        """Open promises nobody is asked to report on this month."""
        asked = Deadline.objects.open().filter(kind="promise_progress").subject_ids(self.model)
        return self.open().exclude(pk__in=asked)

    def with_names(self) -> Self:
        """With everything a line of the ledger shows."""
        names = ("suggestion__lead__deputy", "suggestion__delegation", "suggestion__category", "suggestion__term")
        return self.select_related(*names, "assignment__unit", "reply__result_class", "upgraded_to", "colour").defer(
            *(f"suggestion__{name}" for name in ("search_text", "search_vector", "facts", "grounds", "proposals"))
        )

    def carried(self) -> Self:
        """Carried over a year or a term at least once."""
        rows = scope.related(self.model, "carryover_set").filter(commitment=OuterRef("pk"))
        return self.filter(Exists(rows))


class CarryOverQuerySet(OfSuggestionQuerySet):
    def unexplained(self) -> Self:
        return self.filter(explained_at__isnull=True)


class StatementQuerySet(QuerySet):
    """Year-end statements: between a unit and a deputy, read by the leaders and by the office that keeps the papers."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        # What is not yet sent is the unit's own affair.
        concerned = Q(unit__in=user.organisations(*UNIT)) | Q(deputy__user=user, sent_at__isnull=False)
        if user.has_role(*DISTRICT_OFFICE, *WHOLE_DISTRICT, Role.TOWNSHIP_CLERK):
            # A statement about nothing but papers of a township congress is that township's affair.
            concerned |= Q(Exists(_stated_promises().visible_to(user)))
        return self.filter(concerned)

    def with_home(self) -> Self:
        """`home_level` and `home_township`: the district's as soon as one of the promises was made on its papers."""
        promises = _stated_promises().order_by("suggestion__level")
        names = {"home_level": "suggestion__level", "home_township": "suggestion__township"}
        return self.annotate(**{name: Subquery(promises.values(field)[:1]) for name, field in names.items()})

    def to_send_by(self, user: Any) -> Self:
        return self.filter(unit__in=user.organisations(*UNIT), sent_at__isnull=True)

    def to_receive_by(self, user: Any) -> Self:
        return self.filter(deputy__user=user, sent_at__isnull=False, received_at__isnull=True)


def _stated_promises() -> CommitmentQuerySet:
    """What one statement is about: the unit's promises of its year and of the one before to its deputy."""
    year = OuterRef("year")
    rows = apps.get_model("suggestions", "Commitment").objects.filter(
        Q(made_at__year=year) | Q(made_at__year=year - 1),
        assignment__unit=OuterRef("unit"),
        suggestion__lead__deputy=OuterRef("deputy"),
    )
    return rows.order_by()


class LookBackQuerySet(QuerySet):
    """Rounds of looking back: offices, leaders and committees see all, units those that ask them something."""

    def visible_to(self, user: Any) -> Self:
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*DISTRICT_OFFICE, *WHOLE_DISTRICT, Role.COMMITTEE):
            return self.all()
        items = self.model._meta.get_field("items").related_model.objects.filter(
            assignment__unit__in=user.organisations(*UNIT), suggestion__level=Level.DISTRICT
        )
        return self.filter(pk__in=items.values("look_back"))
