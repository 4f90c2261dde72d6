import structlog
from celery import shared_task

from foundation.audit.sealing import head, seal_events

log = structlog.get_logger(__name__)


@shared_task(name="audit.seal")
def seal() -> None:
    """Chains the events of the last minute; the head in the log is an anchor outside of the database."""
    if sealed := seal_events():
        seq, hash_ = head()
        log.info("audit_sealed", sealed=sealed, seq=seq, head=hash_)
