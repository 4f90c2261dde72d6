"""Street committees and presidiums: navigation, tones, cards, clocks, files."""

from typing import Any

from foundation.accounts.roles import Role
from foundation.files.registry import register_owner
from foundation.web import cards, navigation, tones
from supervision.cards.local import CARDS
from supervision.models import LocalMeeting, LocalYear
from supervision.notices import local_clocks
from supervision.rules.house import READERS
from supervision.rules.local import may_open_local_paper

register_owner(LocalYear, may_open_local_paper)
register_owner(LocalMeeting, may_open_local_paper)
local_clocks.register_all()
for card in CARDS:
    cards.register(card)
tones.register("supervision.localmeeting.state", {"planned": "info", "held": "ok", "cancelled": "muted"})
tones.register("supervision.localyear.state", {"draft": "warn", "filed": "info", "reported": "warn", "archived": "ok"})


def _reads(user: Any) -> bool:
    # A deputy who is a member finds the meetings on his desk.
    return user.has_role(*READERS, Role.TOWNSHIP_CLERK)


navigation.register(
    navigation.NavItem("乡镇街道人大", "supervision:local", icon="people", allowed=_reads, order=770, section="监督")
)
navigation.register(
    navigation.NavItem("乡镇街道人大", "supervision:public-local", order=47, section="监督", area=navigation.PUBLIC)
)
