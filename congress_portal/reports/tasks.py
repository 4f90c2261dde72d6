"""The job that builds a report, and the one that looks for those nobody has begun."""

import structlog
from celery import shared_task
from django.utils import timezone

from congress_portal.reports.deputies import job
from congress_portal.reports.deputies.transitions.batch import carry_out
from congress_portal.reports.models import AnnualReport, BatchRun
from congress_portal.reports.states import ReportKind, ReportState
from congress_portal.reports.transitions.build import build

log = structlog.get_logger(__name__)


@shared_task(name="reports.build")
def build_report(pk: int) -> None:
    """Builds one edition; a second worker helps with the reports of single deputies."""
    if AnnualReport.objects.filter(pk=pk, kind=ReportKind.DEPUTIES).exists():
        help_building.delay(pk)
    report = build(pk)
    log.info("reports.built", report=pk, built=report is not None)


@shared_task(name="reports.help_building")
def help_building(pk: int) -> None:
    """Makes deputies' reports from the other end; nothing is left to do when the job is over already."""
    report = AnnualReport.objects.light().filter(pk=pk, state__in=(ReportState.ASKED, ReportState.BUILDING)).first()
    if report is not None:
        log.info("reports.helped", report=pk, outcome=dict(job.work(report, helper=True)))


@shared_task(name="reports.carry_out_batch")
def carry_out_batch(pk: int) -> None:
    """Checks or confirms many deputies' reports."""
    run = carry_out(pk)
    log.info("reports.batch", run=pk, done=run.done if run else None)


@shared_task(name="reports.build_waiting")
def build_waiting() -> None:
    """Editions, and steps for many reports, that were asked for while the broker was away or lost their worker."""
    for pk in AnnualReport.objects.waiting().values_list("pk", flat=True):
        build_report.delay(pk)
    for pk in BatchRun.objects.lost(timezone.now()).values_list("pk", flat=True):
        carry_out_batch.delay(pk)
