"""Periodic jobs of the store; hours in settings/schedule.py."""

import structlog
from celery import shared_task
from django.utils import timezone

from foundation.files.sweeping import sweep
from foundation.files.waiting import forget_old

log = structlog.get_logger(__name__)


@shared_task(name="files.sweep")
def sweep_files() -> None:
    """Takes away contents that belong to nobody."""
    found = sweep(timezone.now(), apply=True)
    log.info("files.swept", contents=found.contents, drafts=found.drafts, size=found.size)


@shared_task(name="files.forget_waiting")
def forget_waiting() -> None:
    """Takes away files that were chosen for a form nobody sent."""
    if baskets := forget_old(at=timezone.now()):
        log.info("files.waiting_forgotten", baskets=baskets)
