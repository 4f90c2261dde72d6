"""Scorings: navigation, tones, cards, clock, files, panel."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, panels, tones
from liaison_stations.cards.scoring import CARDS
from liaison_stations.models import ScoreSheet
from liaison_stations.notices import scoring_clocks
from liaison_stations.panels.scoring import PANEL
from liaison_stations.rules.scoring import LISTED, may_open_sheet

COVERS = ("/stations/scores/",)


def _reads(user: Any) -> bool:
    return user.is_authenticated and user.has_role(*LISTED)


register_owner(ScoreSheet, may_open_sheet)
scoring_clocks.register_all()
panels.register(PANEL)
for card in CARDS:
    cards.register(card)
tones.register("liaison_stations.score.state", {"self": "warn", "on_site": "info", "published": "ok"})
navigation.register(
    navigation.NavItem(
        "评分",
        "stations:score-rounds",
        icon="star",
        allowed=_reads,
        order=66,
        section="联络站",
        covers=COVERS,
    )
)
