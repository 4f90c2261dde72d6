"""What a matter brought to a circle shows of this room: the drafts that grew out of it, and the way to one."""

from typing import Any

from django.http import HttpRequest

from deputies.models import CircleMatter
from foundation.web.panels import Panel
from foundation.workdays.clock import today
from suggestions.models import Suggestion
from suggestions.rules.proposer import may_draft_from_circle


def _of_matter(request: HttpRequest, matter: CircleMatter) -> dict[str, Any] | None:
    """What this person may open of it; nothing where he may neither read nor begin one."""
    rows = list(Suggestion.objects.visible_to(request.user).filter(from_circle=matter).order_by("pk"))
    verdict = may_draft_from_circle(request.user, matter, on=today())
    mine = matter.deputy.user_id == request.user.pk
    return {"rows": rows, "verdict": verdict, "matter": matter, "mine": mine} if rows or mine else None


CIRCLE_MATTER = Panel(
    "deputies.circlematter", "suggestions", "代表建议", "suggestions/circle_panel.html", _of_matter, order=20
)
