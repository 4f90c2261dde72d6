"""The pages of the yearly reports."""

from congress_portal.reports.views.batch import BatchRunPage, BatchRunProgress, CheckAll, ConfirmAll, Zip
from congress_portal.reports.views.own import Mine, OwnReport, OwnReports
from congress_portal.reports.views.own_steps import (
    CheckOwn,
    ConfirmOwn,
    CorrectOwn,
    CountAgain,
    OpenWords,
    SendBackOwn,
    WriteWords,
)
from congress_portal.reports.views.pages import Compare, Progress, ReportPage, Reports
from congress_portal.reports.views.rows import Rows
from congress_portal.reports.views.steps import Ask, AskAgain, Confirm, Correct, Freeze, SendBack

__all__ = [
    "Ask",
    "AskAgain",
    "BatchRunPage",
    "BatchRunProgress",
    "CheckAll",
    "CheckOwn",
    "Compare",
    "Confirm",
    "ConfirmAll",
    "ConfirmOwn",
    "Correct",
    "CorrectOwn",
    "CountAgain",
    "Freeze",
    "Mine",
    "OpenWords",
    "OwnReport",
    "OwnReports",
    "Progress",
    "ReportPage",
    "Reports",
    "Rows",
    "SendBack",
    "SendBackOwn",
    "WriteWords",
    "Zip",
]
