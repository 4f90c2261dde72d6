"""The jobs of the room: id in, one call, log."""

import structlog
from celery import shared_task

from foundation.workdays.clock import now
from liaison_stations.transitions.tell_rota import tell_rota as tell

log = structlog.get_logger(__name__)


@shared_task(name="liaison_stations.tell_rota")
def tell_rota() -> None:
    """Reception days whose days of notice have come."""
    log.info("liaison_stations.rota_told", days=tell(at=now()))
