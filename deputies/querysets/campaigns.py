"""Campaigns and what came of them."""

from typing import Any, Self

from django.db.models import Count, Q, QuerySet

from deputies import rules
from deputies.states import CAME, ActivityState

HELD = (ActivityState.HELD, ActivityState.CLOSED)


class CampaignQuerySet(QuerySet):
    """Questions about campaigns."""

    def visible_to(self, user: Any) -> Self:
        """All for the readers of the register; everybody what is published."""
        return self.all() if rules.may_open_register(user) else self.published()

    def published(self) -> Self:
        """What everybody may read."""
        return self.filter(published_at__isnull=False)

    def with_figures(self) -> Self:
        """With `held` activities, `ahead` still to come, `people` who took part and how many `times` together."""
        came = Q(activities__invitations__attendance__in=CAME)
        return self.annotate(
            held=Count("activities", filter=Q(activities__state__in=HELD), distinct=True),
            ahead=Count(
                "activities",
                filter=Q(activities__state__in=(ActivityState.PLANNED, ActivityState.ANNOUNCED)),
                distinct=True,
            ),
            people=Count("activities__invitations__deputy", filter=came, distinct=True),
            times=Count("activities__invitations", filter=came),
        )
