"""Erasing personal data whose time is over: found at night, carried out once two people have agreed."""

import structlog
from celery import shared_task

from foundation.privacy.purging import carry_out_purges, propose_purge
from foundation.workdays.clock import now

log = structlog.get_logger(__name__)


@shared_task(name="privacy.find_due")
def find_due() -> None:
    """Brings what is due before the office; its hour in settings/schedule.py."""
    log.info("privacy.due_found", proposed=propose_purge(at=now()) is not None)


@shared_task(name="privacy.purge")
def purge() -> None:
    """Erases what two people have asked for."""
    if rows := carry_out_purges(at=now()):
        log.info("privacy.purged", rows=rows)
