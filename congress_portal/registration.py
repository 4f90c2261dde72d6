"""What the portal registers of itself: its own findings for the morning list and the health page."""

from congress_portal.outcomes import portal_findings
from foundation.notices.findings import register_source
from foundation.web.navigation import NavItem, register

register_source("portal", portal_findings)
register(
    NavItem(
        "后台管理",
        "admin:index",
        icon="settings",
        allowed=lambda user: user.is_authenticated and user.is_staff,
        order=800,
        section="运行维护",
    )
)
