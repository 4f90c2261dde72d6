"""Cards, navigation, tones, panel and calendar of the rota."""

from typing import Any

from foundation.deadlines.feeding import register_source
from foundation.web import cards, navigation, panels, tones
from liaison_stations import rules
from liaison_stations.cards.rota import CARDS
from liaison_stations.notices.rota_calendar import my_turns, register_enclosures
from liaison_stations.panels.rota import PANEL
from liaison_stations.rules.rota import may_open_turns


def _reads(user: Any) -> bool:
    return bool(rules.may_open_stations(user))


def _sits(user: Any) -> bool:
    return bool(may_open_turns(user))


navigation.register(
    navigation.NavItem(
        "联络站接待日",
        "stations:reception-days",
        icon="calendar",
        allowed=_reads,
        order=61,
        section="联络站",
        covers=("/stations/slots/",),
    )
)
navigation.register(
    navigation.NavItem(
        "我的接待日",
        "stations:my-turns",
        icon="calendar",
        allowed=_sits,
        order=62,
        section="联络站",
        covers=("/stations/turns/", "/stations/swaps/"),
    )
)
for card in CARDS:
    cards.register(card)
panels.register(PANEL)
register_source(my_turns)
register_enclosures()
tones.register(
    "liaison_stations.receptionslot.state", {"planned": "info", "held": "ok", "missed": "late", "cancelled": "warn"}
)
tones.register(
    "liaison_stations.slotturn.state",
    {"on": "info", "served": "ok", "absent": "late", "leave": "warn", "swapped": "muted", "off": "muted"},
)
tones.register(
    "liaison_stations.dutyswap.state", {"asked": "info", "agreed": "ok", "declined": "warn", "withdrawn": "muted"}
)
