"""Periodic jobs of the messages; hours in settings/schedule.py."""

import structlog
from celery import shared_task
from django.utils import timezone

from foundation.notices.digest import send_digests
from foundation.notices.relay import relay_due

log = structlog.get_logger(__name__)


@shared_task(name="notices.relay")
def relay() -> None:
    """Sends what is due."""
    report = relay_due()
    if report.seen or report.away:
        log.info("notices.relayed", report=str(report))


@shared_task(name="notices.digest")
def digest() -> None:
    """Puts the day's digests into the outbox, once a day."""
    log.info("notices.digested", people=send_digests(at=timezone.now()))
