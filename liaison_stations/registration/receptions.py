"""Records of receptions: card, navigation, private columns, files, and what they hear of their letters."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from foundation.files.registry import register_owner
from foundation.privacy.erasing import register_purge
from foundation.privacy.masking import mask_name, mask_phone
from foundation.privacy.registry import register_private
from foundation.web import cards, navigation, tones
from foundation.workflow import after
from liaison_stations.cards.receptions import CARD
from liaison_stations.models import MailboxRule, ReceptionRecord
from liaison_stations.notices import reception_clocks
from liaison_stations.rules import receptions as rules
from liaison_stations.states.letter import MailboxCode
from liaison_stations.transitions.receptions import VISITOR, result_in, resume


def _opens(user: Any) -> bool:
    return bool(rules.may_open_records(user))


def _old(day: date) -> QuerySet:
    """Records past the days the local rule keeps them; none where the office has ended the rule."""
    days = MailboxRule.amounts_on(day).get(MailboxCode.RECEPTION_KEEP)
    return ReceptionRecord.objects.to_erase(day, days) if days else ReceptionRecord.objects.none()


cards.register(CARD)
reception_clocks.register_all()
navigation.register(
    navigation.NavItem("接待记录", "stations:receptions", icon="list", allowed=_opens, order=63, section="联络站")
)
register_owner(ReceptionRecord, rules.may_open_record)
register_private(ReceptionRecord, "visitor_name", may_reveal=rules.may_reveal_visitor, mask=mask_name)
register_private(ReceptionRecord, "visitor_phone", may_reveal=rules.may_reveal_visitor, mask=mask_phone)
register_private(ReceptionRecord, "visitor_address", may_reveal=rules.may_reveal_visitor)
register_purge(ReceptionRecord, VISITOR, due=_old, reason="接待记录保存期限届满")
for verb in ("answer_letter", "decline_letter", "redirect_letter", "end_suggestion"):
    after(f"liaison_stations.{verb}")(result_in)
after("liaison_stations.reopen_letter")(resume)
tones.register(
    "liaison_stations.receptionrecord.state",
    {"handling": "info", "settled": "ok", "answered": "warn", "told": "ok"},
)
