"""Recalls and by-elections: navigation, tones, cards, clocks, files; the listener on seats that end."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, tones
from supervision.cards.seats import CARDS
from supervision.models import ByElection, Recall
from supervision.notices import seat_clocks
from supervision.rules import seats as rules
from supervision.transitions import recalls

# Imported for its effect: a seat that ends stops the recall that runs about it.
listening = (recalls.seat_over,)
register_owner(Recall, rules.may_open_recall_paper)
register_owner(ByElection, rules.may_open_election_paper)
seat_clocks.register_all()
for card in CARDS:
    cards.register(card)
tones.register(
    "supervision.recall.state",
    {
        "received": "warn",
        "declined": "muted",
        "accepted": "info",
        "circulated": "info",
        "passed": "warn",
        "failed": "muted",
        "reviewed": "warn",
        "announced": "ok",
        "stopped": "muted",
    },
)
tones.register(
    "supervision.byelection.state",
    {
        "called": "info",
        "listed": "info",
        "elected": "warn",
        "reviewed": "warn",
        "announced": "ok",
        "cancelled": "muted",
    },
)


def _reads(user: Any) -> bool:
    return bool(rules.may_list_by_elections(user))


navigation.register(
    navigation.NavItem(
        "补选和罢免",
        "supervision:by-elections",
        icon="people",
        allowed=_reads,
        order=775,
        section="监督",
        covers=("/supervision/recalls/",),
    )
)
navigation.register(
    navigation.NavItem("补选和罢免公告", "supervision:seat-changes", order=42, section="代表", area=navigation.PUBLIC)
)
