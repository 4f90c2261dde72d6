"""The pages of the yearly reports."""

from congress_portal.reports.views.pages import Compare, Progress, ReportPage, Reports
from congress_portal.reports.views.rows import Rows
from congress_portal.reports.views.steps import Ask, AskAgain, Confirm, Correct, Freeze, SendBack

__all__ = [
    "Ask",
    "AskAgain",
    "Compare",
    "Confirm",
    "Correct",
    "Freeze",
    "Progress",
    "ReportPage",
    "Reports",
    "Rows",
    "SendBack",
]
