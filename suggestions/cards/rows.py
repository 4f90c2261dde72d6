"""What the querysets behind the queues are made of."""

from typing import Any

from django.db.models import Q, QuerySet

from suggestions.models import Suggestion
from suggestions.states import FINAL, REGISTERED_ONWARD

# Registered and not yet at an end, said so that the index of the state is of use.
UNFINISHED = tuple(state for state in REGISTERED_ONWARD if state not in FINAL)


def seen(user: Any) -> Any:
    """What this person may open; the condition is built once for the dozen queues of a desk."""
    known = user.__dict__
    if "_seen_suggestions" not in known:
        known["_seen_suggestions"] = Suggestion.objects.visible_to(user)
    return known["_seen_suggestions"].all()


def with_papers(papers: QuerySet, path: str = "assignment__suggestion") -> Q:
    """Cases with one of these papers."""
    return Q(pk__in=papers.order_by().values(path))
