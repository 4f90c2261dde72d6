"""What the yearly reports register: their messages, who may open their files, their place in the navigation."""

from typing import Any

from congress_portal.reports import cards as desk
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.notices import KINDS
from congress_portal.reports.rules import may_open_file, states_open_to
from congress_portal.reports.states import TONES
from foundation.files.registry import register_owner
from foundation.notices.registry import register_kind
from foundation.web import cards, navigation, tones
from foundation.web.navigation import NavItem

for place, (kind, name) in enumerate(KINDS.items()):
    register_kind(kind, name=name, order=300 + place, heading="年度报告")
register_owner(AnnualReport, may_open_file)
tones.register("reports.annualreport.state", TONES)
for card in desk.CARDS:
    cards.register(card)


def _reads(user: Any) -> bool:
    return bool(states_open_to(user))


navigation.register(NavItem("年度报告", "reports:list", "chart", _reads, order=60, section="建议"))
