"""Earlier suggestions that resemble one: while it is typed, before it is handed in, and when the office screens it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import View

from foundation.accounts import limits
from foundation.search import lookalikes
from foundation.search.lookalikes import Lookalike
from suggestions.cards.earlier import reference_of
from suggestions.hints import hints
from suggestions.models import Suggestion, Threshold
from suggestions.rules import relations
from suggestions.views.base import SuggestionStep

# Below this a title says nothing yet, and everything resembles it.
SHORTEST_TITLE = 4


class Lookalikes(View):
    """What the editor asks for after each pause in typing: resembling suggestions, and what is still missing.

    Saves nothing and needs no address of the paper. Limited per minute, since every answer costs a search.
    """

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not relations.own_mandates(request.user):
            raise PermissionDenied("本页供代表填写建议时使用。")
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        limits.count(request, "lookalikes", settings.LOOKALIKES_PER_MINUTE)
        facts = {"hints": hints(request.POST), "lookalikes": typed(request.user, request.POST), "live": True}
        return render(request, "suggestions/parts/writing.html", facts)


def typed(user: Any, wording: Mapping[str, str]) -> list[Lookalike]:
    """What resembles the words of a form; nothing as long as there is hardly a title."""
    title, own = wording.get("title", "").strip(), wording.get("paper", "")
    body = "\n".join(wording.get(name, "") for name in ("facts", "grounds", "proposals"))
    if len(title) < SHORTEST_TITLE and len(body.strip()) < SHORTEST_TITLE:
        return []
    apart = Suggestion(pk=int(own)) if own.isascii() and own.isdigit() and len(own) < 18 else None
    return _find(user, title, body, apart)


def of(paper: Suggestion, user: Any) -> list[Lookalike]:
    """What resembles a paper on record."""
    return _find(user, *paper.compared(), paper)


def _find(user: Any, title: str, body: str, apart: Suggestion | None) -> list[Lookalike]:
    bounds = Threshold.objects.alike(timezone.localdate())
    found = lookalikes.find(user, title, body, limits=bounds, apart=apart)
    for one in found:
        # Only a suggestion can be named as the one that was raised before, not a letter.
        one.row.reference = reference_of(one.row) if isinstance(one.row, Suggestion) else ""
    return found


class WithLookalikes(SuggestionStep):
    """A decision about a paper before which one looks at what resembles it."""

    template_name = "suggestions/screening.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = of(self.object, self.request.user) if kwargs.get("form") is not None else []
        return super().get_context_data(**{"lookalikes": found, **kwargs})
