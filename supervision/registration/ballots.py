"""Ballots: navigation, tones, cards; the quiet log of the ballot paper."""

from typing import Any

from foundation.web import cards, navigation, tones
from supervision.cards.ballots import CARDS
from supervision.registration.quiet_ballots import name_nobody
from supervision.rules.ballots import may_list_ballots

__all__ = ["name_nobody"]

for card in CARDS:
    cards.register(card)
tones.register(
    "supervision.ballot.state",
    {"planned": "info", "open": "warn", "closed": "info", "announced": "ok", "void": "late", "cancelled": "muted"},
)


def _reads(user: Any) -> bool:
    return bool(may_list_ballots(user))


navigation.register(
    navigation.NavItem("表决测评", "supervision:ballots", icon="check", allowed=_reads, order=85, section="监督")
)
navigation.register(
    navigation.NavItem("测评结果", "supervision:results", order=49, section="监督", area=navigation.PUBLIC)
)
