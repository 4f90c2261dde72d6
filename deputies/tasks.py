"""The jobs of the room: id in, one call, log."""

import structlog
from celery import shared_task

from deputies.models import PointSnapshot
from deputies.transitions.snapshots import build_snapshot

log = structlog.get_logger(__name__)


@shared_task(name="deputies.build_snapshot")
def fix_points(pk: int) -> None:
    """Counts and fixes one snapshot."""
    snapshot = build_snapshot(pk)
    log.info("deputies.points_fixed", snapshot=pk, fixed=snapshot is not None)


@shared_task(name="deputies.build_snapshots_waiting")
def fix_waiting() -> None:
    """Snapshots that were asked for while the broker was away."""
    for pk in PointSnapshot.objects.waiting().values_list("pk", flat=True):
        fix_points.delay(pk)
