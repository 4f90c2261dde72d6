"""A job once per period, safe with two schedulers (F115)."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from foundation.notices.models import JobRun


@transaction.atomic
def once(job: str, period: str, work: Callable[[], object], *, at: datetime) -> bool:
    """Runs `work` unless `job` is done or being done for `period`. True when it ran.

    The work and the mark that it is done are one transaction: an exception or a killed process leaves neither.
    """
    JobRun.objects.bulk_create([JobRun(job=job, period=period)], ignore_conflicts=True)
    run = JobRun.objects.select_for_update(skip_locked=True).filter(job=job, period=period, done_at=None).first()
    if run is None:
        return False
    work()
    run.done_at = at
    run.save(update_fields=["done_at"])
    return True
