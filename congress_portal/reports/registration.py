"""What the yearly reports register: their messages, who may open their files, their place in the navigation."""

from typing import Any

from congress_portal.reports import cards as desk
from congress_portal.reports import clocks
from congress_portal.reports.deputies.rules import may_open_own
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.notices import KINDS
from congress_portal.reports.rules import may_open_file, states_open_to
from congress_portal.reports.states import DEPUTY_TONES, TONES, ReportKind
from congress_portal.reports.views.own import READERS
from deputies.people import mandates_of
from foundation.files.registry import register_owner
from foundation.notices.registry import register_kind
from foundation.web import cards, navigation, tones
from foundation.web.navigation import NavItem
from foundation.workdays.clock import today

for place, (kind, name) in enumerate(KINDS.items()):
    register_kind(kind, name=name, order=300 + place, heading="年度报告")
register_owner(AnnualReport, may_open_file)
register_owner(DeputyReport, may_open_own)
clocks.register()
tones.register("reports.annualreport.state", TONES)
tones.register("reports.deputyreport.state", DEPUTY_TONES)
for card in desk.CARDS:
    cards.register(card)


def _reads(user: Any) -> bool:
    return any(states_open_to(user, kind) for kind in ReportKind.values)


def _sits(user: Any) -> bool:
    return user.is_authenticated and bool(mandates_of(user, today()))


def _follows(user: Any) -> bool:
    return user.is_authenticated and user.has_role(*READERS)


navigation.register(NavItem("年度报告", "reports:list", "chart", _reads, order=60, section="建议"))
navigation.register(NavItem("我的年度报告", "reports:mine", "chart", _sits, order=13, section="代表"))
navigation.register(NavItem("年度履职报告", "reports:deputy-reports", "chart", _follows, order=44, section="代表"))
