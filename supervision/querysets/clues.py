"""The restricted list: which clues somebody reads, and who is named on it."""

from datetime import date
from typing import Any, Self

from django.db.models import Exists, Q, QuerySet

from foundation.accounts.roles import Role
from foundation.vault.lookup import lookup_hash
from foundation.web.kept_keys import KeptKeys
from foundation.workdays.clock import today
from supervision.rules.clue_people import plain
from supervision.rules.clues import in_person
from supervision.states.clues import FINAL, ClueApproverRole, ClueDuty, ClueState

# Who is named at all: asked by the pages where clues arise, so that all others of the house cost nothing there.
NAMED = KeptKeys("supervision:clue-readers")
PURPOSE, PEOPLE = "supervision.clue.source", "supervision.clue.people"


def source_hash(source: Any) -> str:
    """How a source is found again: a keyed hash of its kind and key."""
    return lookup_hash(f"{source._meta.label_lower}:{source.pk}", PURPOSE)


def name_hash(name: str) -> str:
    """How somebody a clue names is kept: a keyed hash of the name without blanks."""
    return lookup_hash(plain(name), PEOPLE)


class ClueReaderQuerySet(QuerySet):
    """Questions about those who are named."""

    def in_force(self, on: date) -> Self:
        """Named on `on`: begun, not run out, not ended."""
        ended = Q(until_date__isnull=True) | Q(until_date__gte=on)
        return self.filter(ended, from_date__lte=on, ended_at__isnull=True)

    def handling(self, on: date) -> Self:
        return self.in_force(on).filter(duty=ClueDuty.HANDLE)

    def with_names(self) -> Self:
        return self.select_related("user", "appointed_by", "ended_by")


class ClueQuerySet(QuerySet):
    """Questions about clues. There is no search, no export and no question of anybody but of those named."""

    def visible_to(self, user: Any) -> Self:
        """The chair, and who is named today; everybody else, and whoever stands in for one of them, none.

        Nobody finds a clue that is about himself.
        """
        on = today()
        if not in_person(user, on):
            return self.none()
        others = self.exclude(named_hashes__contains=[name_hash(user.name)])
        if user.has_role(Role.CHAIR, on=on):
            return others
        return others.filter(Exists(user.clue_readings.in_force(on)))

    def waiting_for(self, user: Any, on: date) -> Self:
        """What this person can take a step further, the oldest first."""
        rows = self.visible_to(user)
        if rows.query.is_empty():
            return rows
        handling = Exists(user.clue_readings.handling(on))
        own = Q(state=ClueState.REGISTERED, registered_by=user.pk)
        roles = [role for role in ClueApproverRole.values if user.has_role(role, on=on)]
        rule = self.model.approving(on).filter(role__in=roles)
        waiting = Q(handling) & ~Q(state__in=(*FINAL, ClueState.EXAMINED)) & ~own
        leader = Q(Exists(rule)) & Q(state=ClueState.EXAMINED) & ~Q(registered_by=user.pk) & ~Q(examined_by=user.pk)
        return rows.filter(waiting | leader).order_by("registered_at", "pk")

    def arisen_from(self, source: Any) -> Self:
        return self.filter(source_hash=source_hash(source))

    def with_names(self) -> Self:
        return self.select_related("registered_by", "examined_by", "approved_by", "recipient")


class ClueEntryQuerySet(QuerySet):
    """The story of a clue."""

    def visible_to(self, user: Any) -> Self:
        clues = self.model._meta.get_field("clue").related_model._default_manager
        return self.filter(clue__in=clues.visible_to(user).order_by().values("pk"))
