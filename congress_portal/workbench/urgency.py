"""What is my duty and until when: the counts at the head of the desk and the lists behind them are the same rows."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from foundation.accounts.roles import Role
from foundation.deadlines.models import Deadline

# Whoever has clocks of his own; leaders and administrators watch those of others.
DUTY_HOLDERS = (
    *(Role.DEPUTY, Role.CLERK, Role.TOWNSHIP_CLERK),
    *(Role.GOVERNMENT_OFFICE, Role.UNIT_OFFICER, Role.UNIT_HEAD),
)
# key in the address: (label, tone, icon)
WHEN = {
    "overdue": ("已逾期", "late", "warning"),
    "today": ("今日到期", "accent", "clock"),
    "week": ("七日内到期", "warn", "calendar"),
}


def clocks_of(user: Any, on: date) -> QuerySet[Deadline]:
    """Open clocks that are this person's duty; windows that merely close are nobody's."""
    return Deadline.objects.waiting_for(user, on).filter(limit__is_window=False).select_related("limit")


def falling(when: str, on: date) -> Q:
    """The condition of one of `WHEN` on a day. The seven days follow today. KeyError for another word."""
    return {
        "overdue": Q(due_on__lt=on),
        "today": Q(due_on=on),
        "week": Q(due_on__gt=on, due_on__lte=on + timedelta(days=7)),
    }[when]


def counts(user: Any, on: date) -> dict[str, int]:
    """How many clocks fall into each of `WHEN`; one query."""
    wanted = {when: Count("pk", filter=falling(when, on)) for when in WHEN}
    return clocks_of(user, on).order_by().aggregate(**wanted)
