"""Which forwarded results, and which money."""

from typing import Any, Self

from django.db.models import Q, QuerySet

from deputies import rules


class ForwardedResultQuerySet(QuerySet):
    """Questions about what was passed on."""

    def visible_to(self, user: Any) -> Self:
        """With the activity; and the body it was passed to."""
        if not user.is_authenticated:
            return self.none()
        activities = self.model._meta.get_field("activity").related_model._default_manager.visible_to(user)
        bodies = user.organisations(*rules.BODY_ROLES)
        return self.filter(Q(activity__in=activities.order_by().values("pk")) | Q(body__in=bodies))

    def to_answer(self, user: Any) -> Self:
        """Waiting for the body this person acts for."""
        mine = self.filter(body__in=user.organisations(*rules.BODY_ROLES), feedback_at=None)
        return mine.order_by("forwarded_at", "pk")


class BudgetLineQuerySet(QuerySet):
    """Questions about the money of activities."""

    def visible_to(self, user: Any) -> Self:
        """The house's own."""
        seen = user.is_authenticated and user.has_role(*rules.BUDGET_READERS)
        return self.all() if seen else self.none()
