"""Deliberation opinions: navigation, tones, cards, clocks, papers, the panels on a supervision's page."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, panels, tones
from supervision.cards.opinions import CARDS
from supervision.models import DeliberationOpinion, OpinionPaper
from supervision.notices import opinion_clocks
from supervision.panels.followed import opinions_of, problems_of
from supervision.rules.opinions import may_list_opinions, may_open_opinion, may_open_paper

register_owner(DeliberationOpinion, may_open_opinion)
register_owner(OpinionPaper, may_open_paper)
opinion_clocks.register_all()
for card in CARDS:
    cards.register(card)
tones.register(
    "supervision.deliberationopinion.state",
    {
        "draft": "muted",
        "adopted": "warn",
        "handed": "info",
        "commenting": "warn",
        "writing": "info",
        "reported": "warn",
        "struck": "ok",
    },
)
panels.register(
    panels.Panel(
        "supervision.undertaking",
        "deliberation-opinions",
        "审议意见",
        "supervision/parts/opinions_panel.html",
        opinions_of,
        order=60,
    )
)
panels.register(
    panels.Panel(
        "supervision.undertaking",
        "problems",
        "问题清单",
        "supervision/parts/problems_panel.html",
        problems_of,
        order=61,
    )
)


def _reads(user: Any) -> bool:
    return bool(may_list_opinions(user))


navigation.register(
    navigation.NavItem("审议意见", "supervision:opinions", icon="document", allowed=_reads, order=84, section="监督")
)
navigation.register(
    navigation.NavItem(
        "审议意见公开", "supervision:public-opinions", icon="document", order=34, section="监督", area=navigation.PUBLIC
    )
)
