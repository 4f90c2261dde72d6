"""All deputies' reports in one run: in batches, by as many workers as there are, again where a run was killed."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from congress_portal.reports.deputies.making import Outcome, make
from congress_portal.reports.deputies.reading import Year, in_office, read, year_of
from congress_portal.reports.issuing import issuer
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.states import RENEWED, DeputyReportState
from deputies.models import Deputy

BATCH = 50
Clock = Callable[[], datetime]


def scope(report: AnnualReport) -> QuerySet[Deputy]:
    """Everybody who held a seat in the period, at whatever level."""
    return Deputy.objects.filter(pk__in=in_office(report.period).order_by().values("deputy"))


def pending(report: AnnualReport) -> QuerySet[Deputy]:
    """Those this count has not come to yet. What is checked or confirmed is left as it is."""
    mine = DeputyReport.objects.filter(deputy=OuterRef("pk"), year=report.year)
    counted = mine.filter(asked_at=report.asked_at)
    fixed = mine.filter(state__in=(DeputyReportState.CHECKED, DeputyReportState.CONFIRMED))
    renewed = mine.filter(state__in=RENEWED)
    return scope(report).filter(~Exists(counted)).exclude(Exists(fixed) & ~Exists(renewed)).order_by("pk")


def work(report: AnnualReport, *, clock: Clock = timezone.now, helper: bool = False) -> Counter[Outcome]:
    """Makes what is pending and answers how many came out how.

    A helper begins at the other end and stops where the two meet; the job itself afterwards waits for what somebody
    else was writing. Memory holds one batch.
    """
    year = year_of(report.period, report.counted_on, issuer())
    done = _pass(report, year, clock, backwards=helper)
    if not helper:
        done += _pass(report, year, clock, wait=True)
    return done


def _pass(
    report: AnnualReport, year: Year, clock: Clock, *, backwards: bool = False, wait: bool = False
) -> Counter[Outcome]:
    found: Counter[Outcome] = Counter()
    for facts in _stream(report, year, backwards):
        outcome = make(facts, year, asked_at=report.asked_at, at=clock(), wait=wait)
        found[outcome] += 1
        if outcome not in (Outcome.BUSY, Outcome.DONE):
            AnnualReport.objects.filter(pk=report.pk).update(progress_done=F("progress_done") + 1)
    return found


def _stream(report: AnnualReport, year: Year, backwards: bool) -> Iterator[Any]:
    """The facts of everybody pending, batch by batch, each asked for anew so that nobody is taken twice."""
    last: int | None = None
    while True:
        rows = pending(report).order_by("-pk" if backwards else "pk")
        if last is not None:
            rows = rows.filter(pk__lt=last) if backwards else rows.filter(pk__gt=last)
        batch = list(islice(rows.values_list("pk", flat=True)[:BATCH], BATCH))
        if not batch:
            return
        last = batch[-1]
        facts = read(batch, year)
        yield from reversed(facts) if backwards else facts
