"""What the office's side of letters, the opinion box and the consultation show elsewhere, and what they listen to."""

from datetime import datetime
from typing import Any

from foundation.files.registry import register_owner
from foundation.web import cards, navigation, tones
from foundation.workflow import after
from liaison_stations.cards.office_letters import CARDS
from liaison_stations.models import BoxSlip, Consultation, Letter
from liaison_stations.notices import office_clocks
from liaison_stations.rules import box as box_rules
from liaison_stations.rules import consultations as consultation_rules
from liaison_stations.rules import office_letters as letter_rules
from liaison_stations.transitions.publish_letter import forget_copies, withdraw_copy


def _reads_letters(user: Any) -> bool:
    return bool(letter_rules.may_list_letters(user))


def _reads_boxes(user: Any) -> bool:
    return bool(box_rules.may_list_boxes(user))


def _reads_consultations(user: Any) -> bool:
    return bool(consultation_rules.may_list_consultations(user))


def _item(label: str, page: str, icon: str, allowed: Any, order: int) -> navigation.NavItem:
    return navigation.NavItem(label, page, icon=icon, allowed=allowed, order=order, section="联络站")


navigation.register(_item("群众来信", "stations:letters", "inbox", _reads_letters, 62))
navigation.register(_item("征集意见箱", "stations:boxes", "inbox", _reads_boxes, 63))
navigation.register(_item("集中研判", "stations:consultations", "people", _reads_consultations, 64))
navigation.register(
    navigation.NavItem("来信选登", "stations:answered-letters", order=26, section="信箱", area=navigation.PUBLIC)
)
for card in CARDS:
    cards.register(card)
office_clocks.register_all()
register_owner(BoxSlip, box_rules.may_open_slip)
register_owner(Consultation, consultation_rules.may_open_minutes)
tones.register("liaison_stations.boxopening.state", {"opened": "warn", "confirmed": "info", "entered": "ok"})
tones.register(
    "liaison_stations.consultation.state", {"planned": "info", "held": "warn", "minuted": "info", "closed": "ok"}
)


@after("liaison_stations.forbid_publishing")
def copy_goes_with_the_consent(letter: Letter, *, by: Any, at: datetime, **facts: Any) -> None:
    """The writer agrees no longer: the public copy is taken down in the same transaction."""
    withdraw_copy(letter, by=by, at=at)


@after("liaison_stations.erase_letter")
def copies_go_with_the_letter(letter: Letter, *, by: Any, at: datetime, **facts: Any) -> None:
    """The letter is erased: so are the words of its public copies."""
    forget_copies(letter, by=by, at=at)
