"""The buttons of a page. A step of another state is no button that is refused, it is none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from foundation.web.actions import Action

QUIET = ("role", "state")


@dataclass(frozen=True)
class Verb:
    """One button: its words, the name of its page, its rule."""

    label: str
    page: str
    rule: Callable[..., Any]
    tone: str = "secondary"
    icon: str = ""
    post: bool = False


def offered(verbs: Iterable[Verb], user: Any, obj: Any, on: date) -> list[Action]:
    """What this person may do now, and what only the day forbids."""
    actions = [
        Action(
            verb.label,
            reverse(f"stations:{verb.page}", args=[obj.pk]),
            verb.rule(user, obj, on=on),
            verb.tone,
            verb.icon,
            verb.post,
        )
        for verb in verbs
    ]
    return [action for action in actions if action.allowed or action.verdict.code not in QUIET]
