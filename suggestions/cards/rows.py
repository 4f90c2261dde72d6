"""What the querysets behind the queues are made of."""

from typing import Any

from django.db.models import Q, QuerySet

from suggestions.models import Suggestion


def seen(user: Any) -> Any:
    """What this person may open; the condition is built once for the dozen queues of a desk."""
    known = user.__dict__
    if "_seen_suggestions" not in known:
        known["_seen_suggestions"] = Suggestion.objects.visible_to(user)
    return known["_seen_suggestions"].all()


def with_papers(papers: QuerySet, path: str = "assignment__suggestion") -> Q:
    """Cases with one of these papers."""
    return Q(pk__in=papers.order_by().values(path))
