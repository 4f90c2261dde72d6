"""Bulletins, and who has read them."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies import rules
from foundation.workdays.clock import today


class BulletinQuerySet(QuerySet):
    """Questions about bulletins."""

    def visible_to(self, user: Any) -> Self:
        """The house all; a deputy what was sent to him; a body what it has put out itself."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*rules.WHOLE_REGISTER):
            return self.all()
        mine = Q(copies__deputy__user=user, withdrawn_at__isnull=True)
        own = Q(source__in=rules.own_sources(user, today()))
        seen = self.model._base_manager.filter(mine | own).order_by()
        return self.filter(pk__in=seen.values("pk"))

    def unread_by(self, user: Any) -> Self:
        """Sent to this deputy, and not read yet."""
        waiting = self.model._base_manager.filter(copies__deputy__user=user, copies__read_at__isnull=True)
        return self.filter(pk__in=waiting.order_by().values("pk"), withdrawn_at__isnull=True)

    def with_readers(self) -> Self:
        """With how many it was sent to, and how many have read it."""
        read = Count("copies", filter=Q(copies__read_at__isnull=False))
        return self.annotate(sent=Count("copies"), read=read)
