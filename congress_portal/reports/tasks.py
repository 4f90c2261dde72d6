"""The job that builds a report, and the one that looks for those nobody has begun."""

import structlog
from celery import shared_task

from congress_portal.reports.models import AnnualReport
from congress_portal.reports.transitions.build import build

log = structlog.get_logger(__name__)


@shared_task(name="reports.build")
def build_report(pk: int) -> None:
    """Builds one edition."""
    report = build(pk)
    log.info("reports.built", report=pk, built=report is not None)


@shared_task(name="reports.build_waiting")
def build_waiting() -> None:
    """Editions that were asked for while the broker was away."""
    for pk in AnnualReport.objects.waiting().values_list("pk", flat=True):
        build_report.delay(pk)
