"""What this room shows on pages of lower rooms."""

from typing import Any

from django.http import HttpRequest

from foundation.web.panels import Panel
from foundation.workdays.clock import today
from suggestions.cards.lines import decorate
from suggestions.cards.open_rows import show_copied_titles
from suggestions.models import Suggestion

LATEST = 5


def _of_deputy(request: HttpRequest, page: Any) -> dict[str, Any] | None:
    """The published suggestions a deputy leads, latest first; nothing where there are none."""
    published = Suggestion.objects.published().filter(lead__deputy=page.deputy_id)
    rows = list(published.with_open_names().order_by("-published_at", "-pk")[:LATEST])
    if not rows:
        return None
    decorate(rows, today())
    show_copied_titles(rows)
    return {"rows": rows}


PUBLIC_PAGE = Panel(
    "deputies.publicpage", "suggestions", "领衔提出的建议", "suggestions/deputy_panel.html", _of_deputy, order=20
)
