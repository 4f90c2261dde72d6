"""The jobs of the room: id in, one call, log."""

import structlog
from celery import shared_task

from foundation.workdays.clock import now
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
