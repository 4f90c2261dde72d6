"""Navigation and card of the overview, and the touch screen on a station's page."""

from typing import Any

from foundation.web import cards, navigation, panels
from liaison_stations.cards.matters import CARD
from liaison_stations.panels.kiosk import SCREEN
from liaison_stations.rules.matters import may_open_matters


def _reads(user: Any) -> bool:
    return bool(may_open_matters(user))


navigation.register(
    navigation.NavItem("民情热点", "stations:matters", icon="chart", allowed=_reads, order=65, section="联络站")
)
cards.register(CARD)
panels.register(SCREEN)
