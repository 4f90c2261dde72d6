"""From a report to its tables, whichever kind it is."""

from congress_portal.reports.deputies import summary
from congress_portal.reports.handling import tables as handling_tables
from congress_portal.reports.models import AnnualReport
from congress_portal.reports.states import ReportKind
from congress_portal.reports.supervision import tables as supervision_tables
from foundation.documents.figures import Sheet


def tables(report: AnnualReport) -> list[Sheet]:
    """Every table, counted as of the report's own day."""
    if report.kind == ReportKind.DEPUTIES:
        return summary.tables(report)
    if report.kind == ReportKind.SUPERVISION:
        return supervision_tables(report.period, report.counted_on)
    return handling_tables(report.period, report.counted_on)
