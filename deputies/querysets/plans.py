"""Which yearly plans."""

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies import people, rules
from deputies.querysets.activities import held_by
from deputies.states import PlanState
from foundation.workdays.clock import today


class ActivityPlanQuerySet(QuerySet):
    """Questions about plans."""

    def published(self) -> Self:
        """What everybody may read."""
        return self.filter(state=PlanState.PUBLISHED)

    def visible_to(self, user: Any) -> Self:
        """All for the house; else one's own, the group's, and what is published."""
        if not user.is_authenticated:
            return self.published()
        if user.has_role(*rules.WHOLE_REGISTER):
            return self.all()
        on = today()
        own = held_by(user, on) | Q(group__in=people.groups_of(user, on)) | Q(state=PlanState.PUBLISHED)
        return self.filter(own)

    def run_by(self, user: Any, on: date) -> Self:
        """Those this person drafts."""
        return self.all() if user.has_role(*rules.KEEPERS, on=on) else self.filter(held_by(user, on))
