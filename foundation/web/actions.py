"""What can be done from a page: a label, an address and the verdict of the rule behind it."""

from dataclasses import dataclass
from typing import Any


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


def ordered(actions: list[Action]) -> list[Action]:
    """What can be done now comes first; the rest stays in the given order behind it."""
    return sorted(actions, key=lambda action: not action.allowed)
