"""The restricted list: navigation for the chair, tones, the card, panels, clocks, papers. Nothing of it is searched."""

from typing import Any

from foundation.accounts.roles import Role
from foundation.files.registry import register_owner
from foundation.web import cards, navigation, panels, tones
from supervision.cards.clues import CARDS
from supervision.models import ClueEntry
from supervision.notices import clue_clocks
from supervision.panels.clues import PANELS
from supervision.rules.clues import may_open_clue_entry

register_owner(ClueEntry, may_open_clue_entry)
clue_clocks.register_all()
for card in CARDS:
    cards.register(card)
for panel in PANELS:
    panels.register(panel)
tones.register(
    "supervision.clue.state",
    {
        **dict.fromkeys(("registered", "examined", "approved", "handed", "answered"), "warn"),
        **dict.fromkeys(("received", "accepted"), "info"),
        "closed": "ok",
        "dropped": "muted",
    },
)


def _chair(user: Any) -> bool:
    # Those he names come by their desk: whether somebody is named must not be asked on every page.
    return user.has_role(Role.CHAIR)


navigation.register(
    navigation.NavItem("问题线索", "supervision:clues", icon="lock", allowed=_chair, order=790, section="监督")
)
