"""What the portal registers of itself: its own findings for the morning list and the health page."""

from congress_portal.outcomes import portal_findings
from foundation.notices.findings import register_source

register_source("portal", portal_findings)
