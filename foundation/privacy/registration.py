"""What purges show elsewhere: menu, card, tones."""

from typing import Any

from foundation.privacy.cards import CARD
from foundation.privacy.rules import may_open_purges
from foundation.web import cards, navigation, tones


def _reads(user: Any) -> bool:
    return user.is_authenticated and bool(may_open_purges(user))


cards.register(CARD)
navigation.register(
    navigation.NavItem("到期个人信息", "privacy:purges", icon="document", allowed=_reads, order=815, section="运行维护")
)
tones.register("privacy.purgeorder.state", {"due": "warn", "asked": "warn", "confirmed": "info", "done": "ok"})
