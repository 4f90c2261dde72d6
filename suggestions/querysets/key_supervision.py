"""Which items of key supervision."""

from datetime import date
from typing import Any, Self

from django.db.models import Q

from foundation.accounts.roles import Role
from suggestions.querysets.parts import OfSuggestionQuerySet
from suggestions.states import KeyState, SuggestionState


class KeySupervisionQuerySet(OfSuggestionQuerySet):
    """Questions about the yearly list of the council of chairpersons."""

    def standing(self) -> Self:
        """On the list: under way or brought to an end, not taken off."""
        return self.exclude(state=KeyState.REMOVED)

    def active(self) -> Self:
        return self.filter(state=KeyState.ACTIVE)

    def of_year(self, year: int) -> Self:
        return self.filter(year=year)

    def led_by(self, user: Any) -> Self:
        return self.filter(leader=user)

    def of_committees(self, user: Any, on: date) -> Self:
        return self.filter(committee__in=user.organisations(Role.COMMITTEE, on=on))

    def public(self) -> Self:
        """What may be shown to everybody: checked for secrets, and the deputy agreed that the suggestion be public."""
        shown = self.standing().exclude(suggestion__state=SuggestionState.WITHDRAWN)
        return shown.filter(Q(published_at__isnull=False), suggestion__agree_to_publish=True)

    def with_names(self) -> Self:
        names = ("suggestion__lead__deputy", "suggestion__delegation", "suggestion__category", "meeting", "leader")
        return self.select_related(*names, "committee").defer(
            *(f"suggestion__{name}" for name in ("search_text", "search_vector", "facts", "grounds", "proposals"))
        )
