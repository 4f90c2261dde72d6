"""Queues of key supervision."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from suggestions.cards.rows import UNFINISHED, seen, with_papers
from suggestions.models import KeySupervision


def led_by_me(user: Any, on: date) -> QuerySet:
    """Items this leader has in his charge."""
    return seen(user).filter(with_papers(KeySupervision.objects.active().led_by(user), "suggestion"))


def of_my_committee(user: Any, on: date) -> QuerySet:
    return seen(user).filter(with_papers(KeySupervision.objects.active().of_committees(user, on), "suggestion"))


def unexplained_keys(user: Any, on: date) -> QuerySet:
    """Marked as key when they were assigned, under way, and not yet on the list of the council of chairpersons."""
    listed = with_papers(KeySupervision.objects.standing(), "suggestion")
    return seen(user).filter(~listed, state__in=UNFINISHED, is_key=True)
