"""What the reports are kept in."""

from congress_portal.reports.models.annual_report import AnnualReport
from congress_portal.reports.models.batch_run import BatchRun, BatchVerb
from congress_portal.reports.models.deputy_report import DeputyReport

__all__ = ["AnnualReport", "BatchRun", "BatchVerb", "DeputyReport"]
