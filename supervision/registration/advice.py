"""Experts and contact points: navigation, tones, cards, the panel, telephones."""

from typing import Any

from foundation.accounts.roles import Role
from foundation.privacy.masking import mask_phone
from foundation.privacy.registry import register_private
from foundation.web import cards, navigation, panels, tones
from supervision.cards.advice import CARDS
from supervision.models import Expert
from supervision.panels.advice import OF_UNDERTAKING
from supervision.rules.advice import may_reveal_expert
from supervision.rules.house import READERS

register_private(Expert, "phone", may_reveal=may_reveal_expert, mask=mask_phone)
panels.register(OF_UNDERTAKING)
for card in CARDS:
    cards.register(card)
tones.register("supervision.expertmatter.state", {"open": "info", "closed": "ok"})
tones.register("supervision.lawdraft.state", {"open": "info", "sent": "warn", "closed": "ok"})


def _house(user: Any) -> bool:
    return user.has_role(*READERS)


def _points(user: Any) -> bool:
    return user.has_role(*READERS, Role.TOWNSHIP_CLERK)


navigation.register(
    navigation.NavItem(
        "专家咨询",
        "supervision:expert-matters",
        icon="people",
        allowed=_house,
        order=780,
        section="监督",
        covers=("/supervision/experts/", "/supervision/advice/"),
    )
)
navigation.register(
    navigation.NavItem(
        "立法联系点",
        "supervision:law-drafts",
        icon="edit",
        allowed=_points,
        order=781,
        section="监督",
        covers=("/supervision/contact-points/", "/supervision/draft-opinions/"),
    )
)
navigation.register(
    navigation.NavItem(
        "立法联系点",
        "supervision:public-contact-points",
        order=46,
        section="监督",
        area=navigation.PUBLIC,
        covers=("/supervision/open/law-drafts/",),
    )
)
