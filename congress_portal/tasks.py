"""The portal's own periodic jobs; hours and reasons in settings/schedule.py."""

import structlog
from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from congress_portal import heartbeat
from foundation.notices.operators import report_failures

log = structlog.get_logger(__name__)


@shared_task(name="portal.heartbeat")
def note_heartbeat() -> None:
    """Proves that beat, broker and worker are alive."""
    heartbeat.beat(timezone.now())


@shared_task(name="portal.morning_list")
def morning_list() -> None:
    """Tells the system administrators what went wrong, once a day (F83)."""
    log.info("morning_list", troubles=len(report_failures(timezone.now())))


@shared_task(name="portal.clear_sessions")
def clear_sessions() -> None:
    """Removes sessions past their age."""
    call_command("clearsessions")
    log.info("sessions_cleared")
