"""The yearly plan of supervision: navigation, tones, cards, the clock of calls, citizens' telephones, panels."""

from typing import Any

from foundation.privacy.masking import mask_name, mask_phone
from foundation.privacy.registry import register_private
from foundation.web import cards, navigation, panels, tones
from supervision.cards.plan import TO_START
from supervision.cards.solicitations import CARDS
from supervision.models import TopicIdea
from supervision.notices import plan_clocks
from supervision.panels.plan import PANELS
from supervision.rules.plan import may_list_plans
from supervision.rules.solicitations import may_reveal_proposer
from supervision.transitions import idea_duties

register_private(TopicIdea, "name", may_reveal=may_reveal_proposer, mask=mask_name)
register_private(TopicIdea, "phone", may_reveal=may_reveal_proposer, mask=mask_phone)
# Imported for what it hears when an idea is taken into the plan.
after_ideas = (idea_duties,)
plan_clocks.register()
for card in (TO_START, *CARDS):
    cards.register(card)
for panel in PANELS:
    panels.register(panel)
tones.register("supervision.planyear.state", {"draft": "info", "adopted": "warn", "published": "ok"})
tones.register("supervision.solicitation.state", {"draft": "info", "open": "ok", "closed": "warn", "answered": "muted"})
tones.register(
    "supervision.topicidea.state", {"received": "warn", "taken": "ok", "declined": "muted", "forwarded": "info"}
)


def _reads(user: Any) -> bool:
    return bool(may_list_plans(user))


COVERS = ("/supervision/topics/", "/supervision/solicitations/", "/supervision/topic-ideas/")
navigation.register(
    navigation.NavItem(
        "监督计划", "supervision:plans", icon="calendar", allowed=_reads, order=105, section="监督", covers=COVERS
    )
)
navigation.register(
    navigation.NavItem(
        "监督计划",
        "supervision:public-plans",
        order=45,
        section="监督",
        area=navigation.PUBLIC,
        covers=("/supervision/calls/",),
    )
)
