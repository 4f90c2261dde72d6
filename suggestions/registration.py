"""The one place where this room tells the house what it has: clocks, kinds of messages, search, cards, navigation."""

from typing import Any

from deputies.yearbook.open_work import register_open_work
from foundation.accounts.roles import THREE_ADMINISTRATORS
from foundation.files.registry import register_owner
from foundation.notices.registry import register_kind
from foundation.privacy.masking import mask_phone
from foundation.privacy.registry import register_private
from foundation.search import lookalikes
from foundation.search import registry as search
from foundation.web import cards, navigation, panels, tones
from foundation.web.navigation import PUBLIC, NavItem
from foundation.workdays.clock import today
from suggestions.cards.appraisal import CARDS as APPRAISAL_CARDS
from suggestions.cards.desk import cards as own_cards
from suggestions.cards.earlier import SOURCE as EARLIER
from suggestions.cards.fund import CARDS as FUND_CARDS
from suggestions.cards.key_shortfall import CARD as KEY_CARD
from suggestions.cards.of_case_session import CASE_STUDIES
from suggestions.cards.of_circle import CIRCLE_MATTER
from suggestions.cards.of_deputy import PUBLIC_PAGE
from suggestions.cards.open_work import open_suggestions
from suggestions.cards.statements import CARDS as STATEMENT_CARDS
from suggestions.models import (
    Assignment,
    Commitment,
    CommitmentProgress,
    ContactRecord,
    FundAcceptance,
    FundPayment,
    FundProgress,
    HandedReport,
    Letter,
    LookBackItem,
    Mediation,
    PaperRating,
    PublicCopy,
    Reply,
    Suggestion,
    SupervisionEvent,
    SupervisionReport,
)
from suggestions.notices.clocks import register_all
from suggestions.notices.matrix import MATRIX
from suggestions.rules import may_open, may_open_meetings, may_open_original, may_press_many, may_reveal_phone
from suggestions.rules.proposer import seats_to_write_under
from suggestions.rules.relations import DISTRICT_OFFICE, WHOLE_DISTRICT, own_mandates
from suggestions.states.tones import TONES

for place, event in enumerate(MATRIX.values()):
    register_kind(event.kind, name=event.name, statutory=event.statutory, order=100 + place, heading=event.heading)
register_all()
lookalikes.register(Suggestion, EARLIER)
search.register("代表建议", Suggestion.objects.visible_to, str, Suggestion.get_absolute_url)

for original in (Suggestion, Reply):
    register_owner(original, may_open_original)
for owner in (
    PublicCopy,
    ContactRecord,
    Letter,
    Commitment,
    CommitmentProgress,
    HandedReport,
    LookBackItem,
    Mediation,
    PaperRating,
    SupervisionEvent,
    SupervisionReport,
    FundProgress,
    FundAcceptance,
    FundPayment,
):
    register_owner(owner, may_open)
for holder in (Assignment, Reply):
    register_private(holder, "contact_phone", may_reveal=may_reveal_phone, mask=mask_phone)

for field, shown in TONES.items():
    tones.register(field, shown)
for card in (*own_cards(), *STATEMENT_CARDS, KEY_CARD, *APPRAISAL_CARDS, *FUND_CARDS):
    cards.register(card)
panels.register(PUBLIC_PAGE)
register_open_work("suggestions", open_suggestions)
panels.register(CIRCLE_MATTER)
panels.register(CASE_STUDIES)


def _is_deputy(user: Any) -> bool:
    return user.is_authenticated and bool(own_mandates(user))


def _writes(user: Any) -> bool:
    return user.is_authenticated and bool(seats_to_write_under(user, today()))


def _works_here(user: Any) -> bool:
    """Everybody with a role in handling; the three administrators look after the machine, not the business."""
    return user.is_authenticated and bool(set(user.roles) - THREE_ADMINISTRATORS)


def _presses(user: Any) -> bool:
    return bool(may_press_many(user, on=today()))


def _keeps_papers(user: Any) -> bool:
    return bool(may_open_meetings(user, on=today()))


def _appraises(user: Any) -> bool:
    return user.is_authenticated and user.has_role(*DISTRICT_OFFICE, *WHOLE_DISTRICT)


_OF_THE_LEDGER = tuple(
    f"/suggestions/{room}/" for room in ("statements", "look-backs", "look-back-items", "carry-overs")
)
navigation.register(NavItem("我的建议", "suggestions:mine", "document", _is_deputy, order=10, section="建议"))
navigation.register(NavItem("提出建议", "suggestions:new", "edit", _writes, order=11, section="建议"))
navigation.register(NavItem("代表建议", "suggestions:list", "list", _works_here, order=20, section="建议"))
navigation.register(
    NavItem("承诺台账", "suggestions:ledger", "calendar", _works_here, order=21, section="建议", covers=_OF_THE_LEDGER)
)
navigation.register(NavItem("催办", "suggestions:press", "clock", _presses, order=23, section="建议"))
navigation.register(NavItem("交办会", "suggestions:meetings", "people", _keeps_papers, order=22, section="建议"))
navigation.register(
    NavItem(
        "专项资金",
        "suggestions:funds",
        "scales",
        _works_here,
        order=24,
        section="建议",
        covers=("/suggestions/projects/",),
    )
)
navigation.register(NavItem("重点督办", "suggestions:key-list", "star", _works_here, order=23, section="建议"))
navigation.register(
    NavItem("办理情况报告", "suggestions:handed-reports", "document", _works_here, order=61, section="建议")
)
navigation.register(NavItem("年度评选", "suggestions:appraisals", "star", _appraises, order=62, section="建议"))
navigation.register(
    NavItem(
        "代表建议",
        "suggestions:public",
        "document",
        order=18,
        section="建议",
        area=PUBLIC,
        covers=("/suggestions/awards/",),
    )
)
