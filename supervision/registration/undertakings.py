"""Supervision carried out: navigation, tones, cards, clock, files."""

from typing import Any

from foundation.deadlines.feeding import register_source
from foundation.files.registry import register_owner
from foundation.web import cards, navigation, panels, tones
from supervision.cards.meetings import my_meetings
from supervision.cards.undertakings import CARDS
from supervision.models import SpotVisit, StepPaper, Undertaking, UndertakingStep
from supervision.notices import clocks
from supervision.panels.undertakings import PANELS
from supervision.rules.inspection import may_open_visit
from supervision.rules.undertakings import may_open_paper, may_open_step, may_open_undertaking, may_open_undertakings
from supervision.transitions import undertaking_ballots

register_owner(Undertaking, may_open_undertaking)
register_owner(UndertakingStep, may_open_step)
register_owner(StepPaper, may_open_paper)
register_owner(SpotVisit, may_open_visit)
clocks.register_all()
register_source(my_meetings)
for panel in PANELS:
    panels.register(panel)
for card in CARDS:
    cards.register(card)
tones.register(
    "supervision.undertaking.state",
    {"planned": "neutral", "under_way": "info", "concluded": "ok", "cancelled": "muted"},
)
tones.register("supervision.undertakingstep.state", {"open": "info", "done": "ok", "skipped": "muted"})


def _opens(user: Any) -> bool:
    return bool(may_open_undertakings(user))


navigation.register(
    navigation.NavItem("监督事项", "supervision:undertakings", icon="list", allowed=_opens, order=110, section="监督")
)
navigation.register(
    navigation.NavItem(
        "监督情况", "supervision:public-undertakings", icon="eye", order=34, section="监督", area=navigation.PUBLIC
    )
)
# Listens to results that are announced.
after_ballots = (undertaking_ballots,)
