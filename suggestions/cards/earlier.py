"""What this room tells of a suggestion that resembles another: which one it is, and what became of it."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from foundation.search.lookalikes import Source, Told
from suggestions.models import Reply, Suggestion
from suggestions.states import EDITABLE
from suggestions.states.tones import TONES


def rows(user: Any) -> QuerySet:
    """Papers that were handed in and that this person may open, with what a line about them shows."""
    found = Suggestion.objects.visible_to(user).filter(submitted_at__isnull=False).exclude(state__in=EDITABLE)
    return found.select_related("lead__deputy").defer("search_text", "search_vector", "review_note").order_by()


def tell(found: list[Suggestion], user: Any) -> dict[int, Told]:
    """One Told for each, by key; one query for all replies."""
    replies: dict[int, Reply] = {}
    delivered = Reply.objects.visible_to(user).delivered().filter(assignment__suggestion__in=found)
    for reply in delivered.select_related("assignment", "result_class").order_by("delivered_at", "pk"):
        replies[reply.assignment.suggestion_id] = reply
    return {row.pk: _told(row, replies.get(row.pk)) for row in found}


def reference_of(row: Suggestion) -> str:
    """How a deputy names an earlier paper: "2025年第023号"."""
    year = timezone.localtime(row.registered_at or row.submitted_at).year
    return f"{year}年{row.number_text}"


def _told(row: Suggestion, reply: Reply | None) -> Told:
    state = (row.get_state_display(), TONES["suggestions.suggestion.state"].get(row.state, "muted"))
    outcome, links = [state], []
    if reply:
        if reply.result_class:
            outcome.append((f"{reply.result_class.code}类", "info"))
        links.append(("查看答复", reverse("suggestions:reply-page", args=[reply.pk])))
    note = f"{reference_of(row)} · {row.lead.deputy.name}"
    return Told(row.title, note, row.get_absolute_url(), tuple(outcome), tuple(links))


SOURCE = Source("代表建议", rows, tell)
