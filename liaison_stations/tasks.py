"""The jobs of the room: id in, one call, log."""

import structlog
from celery import shared_task

from foundation.workdays.clock import now
from liaison_stations.transitions.agenda import plan_due
from liaison_stations.transitions.close_silent import close_all_silent
from liaison_stations.transitions.group_matters import group_matters
from liaison_stations.transitions.tell_rota import tell_rota as tell

log = structlog.get_logger(__name__)


@shared_task(name="liaison_stations.tell_rota")
def tell_rota() -> None:
    """Reception days whose days of notice have come."""
    log.info("liaison_stations.rota_told", days=tell(at=now()))


@shared_task(name="liaison_stations.group_matters")
def find_matters() -> None:
    """Which letters are of one matter, anew."""
    log.info("liaison_stations.matters_grouped", groups=group_matters(at=now()))


@shared_task(name="stations.plan_consultation")
def plan_consultation() -> None:
    """Arranges the month's consultation some days before it, with the open matters on its agenda."""
    meeting = plan_due(at=now())
    log.info("stations.consultation_planned", planned=meeting is not None)


@shared_task(name="stations.close_silent")
def close_silent() -> None:
    """Closes letters whose writers said nothing to their answer in the local time."""
    log.info("stations.letters_closed", letters=close_all_silent(at=now()))
