"""A verb of an action bar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from foundation.web.actions import Action


@dataclass(frozen=True)
class Verb:
    """One verb of the action bar: its page, its rule, the states it belongs to, how loud its button is."""

    label: str
    page: str
    rule: Callable[..., Any]
    states: tuple[str, ...] = ()
    tone: str = "secondary"
    icon: str = ""

    def action(self, user: Any, obj: Any, on: date, label: str = "") -> Action:
        url = reverse(f"suggestions:{self.page}", args=[obj.pk])
        return Action(label or self.label, url, self.rule(user, obj, on=on), self.tone, self.icon)
