"""On the page where a clue may arise, for those named on the restricted list alone."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from foundation.accounts.roles import Role
from foundation.web.panels import Panel
from foundation.workdays.clock import today
from supervision.models import Clue, ClueReader
from supervision.querysets.clues import NAMED
from supervision.rules.clues import in_person, may_read_clues, may_register_clue
from supervision.states.clues import SOURCES


def _may(user: Any, source: Any) -> bool:
    """Asks the database only for somebody who is, or was, named."""
    if not in_person(user, today()):
        return False
    named = user.pk in NAMED.of(ClueReader.objects.values_list("user_id", flat=True))
    return user.has_role(Role.CHAIR) or (named and bool(may_read_clues(user)))


def _clues(request: HttpRequest, source: Any) -> dict[str, Any] | None:
    user, url = request.user, ""
    if may_register_clue(user, on=today()):
        url = f"{reverse('supervision:register-clue')}?from={source._meta.label_lower}:{source.pk}"
    rows = list(Clue.objects.visible_to(user).arisen_from(source).order_by("pk"))
    return {"clues": rows, "register_url": url} if rows or url else None


PANELS = tuple(
    Panel(label, "clues", "问题线索（限定查阅）", "supervision/clues_panel.html", _clues, allowed=_may, order=95)
    for label in SOURCES
)
