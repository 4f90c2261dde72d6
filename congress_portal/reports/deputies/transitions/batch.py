"""Many reports in one step: asked for by one person, carried out by the worker, each report for itself."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from congress_portal.reports import notices
from congress_portal.reports.deputies.rules import in_person
from congress_portal.reports.deputies.transitions.check import check
from congress_portal.reports.deputies.transitions.confirm import confirm
from congress_portal.reports.models import BatchRun, BatchVerb, DeputyReport
from congress_portal.reports.querysets import LOST_AFTER
from foundation import audit
from foundation.workflow import Refused

log = structlog.get_logger(__name__)
TROUBLE = "办理时出错，请打开这一份单独办理；仍然不能办理的，请联系系统管理员。"
Clock = Callable[[], datetime]
STEPS = {BatchVerb.CHECK: check, BatchVerb.CONFIRM: confirm}


@transaction.atomic
def ask_batch(verb: str, keys: Sequence[int], *, query: str = "", by: Any, at: datetime) -> BatchRun:
    """Keeps what is to be done. Whether each report may be is asked when its turn comes.

    Refused: nothing chosen, in somebody else's name, while this person's last one still runs.
    """
    in_person(by).require()
    if not keys:
        raise Refused("没有可以办理的报告。", "input")
    facts = {"verb": verb, "keys": list(keys), "query": query[:300], "asked_by": by, "asked_at": at}
    try:
        with transaction.atomic():
            run = BatchRun.objects.create(**facts)
    except IntegrityError as error:
        raise Refused("上一次批量办理还在进行，请等它完成后再办。", "state") from error
    summary = f"提交{run}，由后台逐份办理。"
    audit.record("reports.batch", by, by=by, at=at, summary=summary, data={"run": run.pk}, visibility="office")
    return run


def carry_out(pk: Any, *, clock: Clock = timezone.now) -> BatchRun | None:
    """What the worker does; None when another worker is at it or it is over already."""
    now = clock()
    free = BatchRun.objects.filter(pk=pk, finished_at__isnull=True)
    taken = free.filter(Q(told_at__isnull=True) | Q(told_at__lt=now - LOST_AFTER)).update(told_at=now)
    if not taken:
        return None
    run = BatchRun.objects.select_related("asked_by").get(pk=pk)
    for key in run.keys[run.done_to :]:
        _one(run, key, clock())
    run.finished_at = clock()
    run.save(update_fields=["finished_at"])
    notices.batch_done(run, at=run.finished_at)
    return run


@transaction.atomic
def _one(run: BatchRun, key: int, at: datetime) -> None:
    """One report and the mark that it was looked at, together: nothing is done twice, nothing is passed over."""
    try:
        with transaction.atomic():
            STEPS[BatchVerb(run.verb)](key, by=run.asked_by, at=at)
        run.done += 1
    except Exception as trouble:  # noqa: BLE001 – one report's data must not keep all others from being done
        name = DeputyReport.objects.values_list("deputy__name", flat=True).get(pk=key)
        run.refused.append({"pk": key, "name": name, "reason": _words(run, trouble)})
    run.done_to, run.told_at = run.done_to + 1, at
    run.save(update_fields=["done", "refused", "done_to", "told_at"])


def _words(run: BatchRun, trouble: Exception) -> str:
    if isinstance(trouble, Refused):
        return trouble.reason
    log.exception("reports.batch_trouble", run=run.pk)
    return TROUBLE
