"""Tasks handed down: navigation, tones, cards, clocks, files."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, tones
from supervision.cards.handed import CARDS
from supervision.models import HandedTask
from supervision.notices import handed_clocks
from supervision.rules import handed as rules

register_owner(HandedTask, rules.may_open_handed_paper)
handed_clocks.register_all()
for card in CARDS:
    cards.register(card)
tones.register(
    "supervision.handedtask.state",
    {
        "handed": "warn",
        "under_way": "info",
        "reported": "warn",
        "sent_up": "info",
        "closed": "ok",
        "cancelled": "muted",
    },
)


def _reads(user: Any) -> bool:
    return bool(rules.may_list_handed(user))


navigation.register(
    navigation.NavItem(
        "上级交办事项", "supervision:handed-tasks", icon="inbox", allowed=_reads, order=772, section="监督"
    )
)
