"""What can be done from a page: a label, an address and the verdict of the rule behind it."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse


@dataclass(frozen=True)
class Action:
    """One button of an action bar. `verdict` is a workflow Verdict; refused buttons show its reason beside them.

    `post` true means that pressing it changes something by itself and therefore posts; false opens a page.
    """

    label: str
    url: str
    verdict: Any = True
    tone: str = "secondary"
    icon: str = ""
    post: bool = False

    @property
    def allowed(self) -> bool:
        return bool(self.verdict)

    @property
    def reason(self) -> str:
        return getattr(self.verdict, "reason", "")


class Verb(NamedTuple):
    """A row for `offered`: the words of the button, the name of its page in the room, the rule that decides."""

    label: str
    page: str
    rule: Callable[..., Any]
    tone: str = "secondary"
    icon: str = ""
    post: bool = False


# A step of another state or another role is no button that is refused, it is none; what only the day forbids is said.
ROLE_OR_STATE = ("role", "state")


def offered(
    room: str, verbs: Iterable[tuple[Any, ...]], user: Any, obj: Any, on: date, *, quiet: Container[str] | None = None
) -> list[Action]:
    """What `user` may do with `obj` now, each verb a `Verb` or a plain row in its order.

    `quiet` are the codes of refusals that are not worth a button with a reason; without them every refusal is quiet.
    """
    actions = [
        Action(label, reverse(f"{room}:{page}", args=[obj.pk]), rule(user, obj, on=on), *look)
        for label, page, rule, *look in verbs
    ]
    return [action for action in actions if action.allowed or (quiet is not None and action.verdict.code not in quiet)]


def ordered(actions: list[Action]) -> list[Action]:
    """What can be done now comes first; the rest stays in the given order behind it."""
    return sorted(actions, key=lambda action: not action.allowed)
