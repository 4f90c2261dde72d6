"""The nightly erasing of personal data; its hour in settings/schedule.py."""

import structlog
from celery import shared_task

from foundation.privacy.erasing import purge_due
from foundation.workdays.clock import now, today

log = structlog.get_logger(__name__)


@shared_task(name="privacy.purge")
def purge() -> None:
    """Empties the personal columns of rows whose time is over."""
    log.info("privacy.purged", rows=purge_due(today(), at=now()))
