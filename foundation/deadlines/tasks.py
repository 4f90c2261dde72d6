"""Periodic jobs of the clocks; hours in settings/schedule.py."""

import structlog
from celery import shared_task

from foundation.deadlines.reminding import remind_due

log = structlog.get_logger(__name__)


@shared_task(name="deadlines.remind")
def remind() -> None:
    """Tells whoever has to be told today."""
    log.info("deadlines.reminded", report=str(remind_due()))
