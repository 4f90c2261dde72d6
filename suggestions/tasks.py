"""Periodic jobs of this room; hours in settings/schedule.py."""

import structlog
from celery import shared_task

from foundation.workdays.clock import now
from suggestions.transitions.keep_ledger import keep_ledger

log = structlog.get_logger(__name__)


@shared_task(name="suggestions.keep_ledger")
def keep() -> None:
    """Looks through the ledger of promises once a day."""
    log.info("suggestions.ledger_kept", **keep_ledger(at=now()))
