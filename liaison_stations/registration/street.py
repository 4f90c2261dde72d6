"""Street congresses: navigation, tones, cards, clocks, files, the members' telephones."""

from typing import Any

from foundation.files.registry import register_owner
from foundation.privacy.masking import mask_phone
from foundation.privacy.registry import register_private
from foundation.web import cards, navigation, tones
from liaison_stations.cards.street import CARDS
from liaison_stations.models import CouncilOpinion, StreetMatter, StreetMember
from liaison_stations.notices import council_clocks
from liaison_stations.rules.council_opinions import may_list_opinions, may_open_opinion
from liaison_stations.rules.street import may_open_matter, may_open_streets, may_reveal_member

register_private(StreetMember, "phone", may_reveal=may_reveal_member, mask=mask_phone)
register_owner(CouncilOpinion, may_open_opinion)
register_owner(StreetMatter, may_open_matter)
council_clocks.register_all()
for card in CARDS:
    cards.register(card)
tones.register("liaison_stations.streetmeeting.state", {"planned": "info", "held": "ok", "cancelled": "muted"})
tones.register(
    "liaison_stations.councilopinion.state",
    {"raised": "warn", "handed": "info", "answered": "warn", "closed": "ok"},
)


def _reads(user: Any) -> bool:
    return bool(may_open_streets(user))


def _reads_opinions(user: Any) -> bool:
    return bool(may_list_opinions(user))


navigation.register(
    navigation.NavItem("议政代表会", "stations:streets", icon="people", allowed=_reads, order=67, section="联络站")
)
navigation.register(
    navigation.NavItem(
        "议事意见", "stations:council-opinions", icon="inbox", allowed=_reads_opinions, order=68, section="联络站"
    )
)
