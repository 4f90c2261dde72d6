"""Jobs of the clocks; the hours of the periodic ones are in settings/schedule.py."""

import structlog
from celery import shared_task

from foundation.accounts.models import User
from foundation.deadlines import background
from foundation.deadlines.reminding import remind_due

log = structlog.get_logger(__name__)


@shared_task(name="deadlines.remind")
def remind() -> None:
    """Tells whoever has to be told today."""
    log.info("deadlines.reminded", report=str(remind_due()))


@shared_task(name="deadlines.look")
def look() -> None:
    """Looks what a recomputation would move."""
    background.look()
    log.info("deadlines.looked")


@shared_task(name="deadlines.move")
def move(by: int, mark: str) -> None:
    """Carries a recomputation out in the name of whoever confirmed it."""
    background.move(User.objects.get(pk=by), mark)
    log.info("deadlines.moved", by=by)
