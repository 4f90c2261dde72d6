"""Periodic jobs of this room, hours in settings/schedule.py, and what the worker does when asked."""

import structlog
from celery import shared_task

from foundation.workdays.clock import now
from suggestions.models import AssignmentMeeting
from suggestions.transitions.assign_many import carry_out_all
from suggestions.transitions.keep_ledger import keep_ledger

log = structlog.get_logger(__name__)


@shared_task(name="suggestions.keep_ledger")
def keep() -> None:
    """Looks through the ledger of promises once a day."""
    log.info("suggestions.ledger_kept", **keep_ledger(at=now()))


@shared_task(name="suggestions.assign_meeting")
def assign_meeting(pk: int) -> None:
    """Assigns the waiting lines of one assignment meeting."""
    log.info("meeting_assigned", meeting=pk, **carry_out_all(AssignmentMeeting.objects.get(pk=pk), now=now))
