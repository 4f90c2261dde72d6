"""The registry of panels: what a higher room shows on a lower room's page without that room knowing it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest


def always(user: Any, obj: Model) -> bool:
    """Answers yes; for panels whose page already decides who may look."""
    return True


@dataclass(frozen=True)
class Panel:
    """A box on the page of `model` ("deputies.deputy"). `context(request, obj)` answers the template's variables,
    or None when there is nothing to show."""

    model: str
    key: str
    title: str
    template: str
    context: Callable[[HttpRequest, Any], dict[str, Any] | None]
    allowed: Callable[[Any, Any], bool] = always
    order: int = 100


@dataclass(frozen=True)
class FilledPanel:
    """A panel with the variables of its template for one object and one viewer."""

    panel: Panel
    facts: dict[str, Any]


_panels: dict[tuple[str, str], Panel] = {}


def register(panel: Panel) -> Panel:
    """Adds a panel to its model's page; the same key replaces the earlier one."""
    _panels[panel.model.lower(), panel.key] = panel
    return panel


def panels_for(request: HttpRequest, obj: Model) -> list[FilledPanel]:
    """The panels this viewer may see on the page of `obj`, filled, in their order."""
    mine = [panel for (label, _), panel in _panels.items() if label == obj._meta.label_lower]
    shown = [panel for panel in sorted(mine, key=lambda p: (p.order, p.key)) if panel.allowed(request.user, obj)]
    filled = [(panel, panel.context(request, obj)) for panel in shown]
    return [FilledPanel(panel, facts) for panel, facts in filled if facts is not None]
