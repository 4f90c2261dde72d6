"""What of this room runs on under seats whose term ends: suggestions that are not brought to an end."""

from collections.abc import Collection, Iterable

from deputies.yearbook.open_work import OpenWork
from suggestions.models import Suggestion
from suggestions.states import OPEN, SuggestionState

UNDER_WAY = (*OPEN, SuggestionState.SENT_BACK, SuggestionState.RATED)


def open_suggestions(seats: Collection[int]) -> Iterable[OpenWork]:
    """Led by one of these seats and handed in; drafts are their writers' own."""
    rows = Suggestion.objects.filter(lead__in=seats, state__in=UNDER_WAY).select_related("lead__deputy")
    for row in rows.order_by("lead__deputy__pinyin_key", "pk"):
        yield OpenWork(row.lead_id, f"代表建议（{row.get_state_display()}）", str(row), row.get_absolute_url())
