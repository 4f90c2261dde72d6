"""What the workbench adds of its own: its place in the navigation, the leaders' overview, the secretary's links."""

from typing import Any

from congress_portal.workbench import overview, upkeep
from foundation.accounts.roles import Role
from foundation.web import cards, navigation
from foundation.web.cards import Card
from foundation.web.navigation import NavItem


def _signed_in(user: Any) -> bool:
    return user.is_authenticated


navigation.register(NavItem("工作台", "workbench:desk", "inbox", _signed_in, order=0))
navigation.register(NavItem("搜索", "workbench:search", "search", _signed_in, order=35))
cards.register(
    Card(
        key="overview",
        title="全区建议办理概况",
        roles=frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SC_MEMBER, Role.SECRETARY}),
        context=overview.context,
        order=10,
        template="workbench/overview_card.html",
        icon="chart",
    )
)
cards.register(
    Card(
        key="upkeep",
        title="维护事项",
        roles=frozenset({Role.SECRETARY, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.CLERK}),
        context=upkeep.context,
        order=900,
        template="workbench/upkeep_card.html",
        icon="settings",
    )
)
