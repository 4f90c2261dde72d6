"""Points are fixed for a period: asked for by the office, counted by a job, corrected by a new edition."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies import notices
from deputies.models import Mandate, PointScheme, PointSnapshot, PointStanding
from deputies.rules import may_ask_snapshot, may_ask_snapshot_again, may_correct_snapshot
from deputies.scoring import Score
from deputies.states import SNAPSHOT_FLOW, SnapshotState
from deputies.yearbook.points import Span, scores, span_of
from deputies.yearbook.ranking import place, seats_of
from foundation.audit import record
from foundation.audit.models import Visibility
from foundation.workflow import Refused, announce, lock

AT_ONCE = 100
PLACES = ["place", "place_in_delegation", "place_in_group"]
Clock = Callable[[], datetime]
day_of = timezone.localdate


@transaction.atomic
def ask_snapshot(*, by: Any, at: datetime, scheme: PointScheme, kind: str, year: int, number: int = 1) -> PointSnapshot:
    """The office wants the points of a period fixed; the job counts them.

    Refused for a period that is not over, and for one that is fixed already: that one is corrected.
    """
    may_ask_snapshot(by, on=day_of(at)).require()
    span = span_of(scheme, kind, year, number)
    if not span.is_over(day_of(at)):
        raise Refused(f"{span.name}还没有结束，结束后方可固定积分。", "input")
    if known := PointSnapshot.objects.filter(scheme=scheme, kind=kind, year=year, number=number).first():
        raise Refused(f"“{known}”已经生成；需要改动的，请打开后办理更正。", "state")
    days = {"first_on": span.first, "last_on": span.last, "counted_on": day_of(at)}
    facts = {"scheme": scheme, "kind": kind, "year": year, "number": number, **days}
    snapshot = PointSnapshot.objects.create(**facts, asked_by=by, asked_at=at)
    _note("ask_snapshot", snapshot, "提请固定积分。", by=by, at=at)
    return snapshot


@transaction.atomic
def ask_snapshot_again(pk: Any, *, by: Any, at: datetime, version: int | None = None) -> PointSnapshot:
    """After a failure; what was counted before is kept."""
    snapshot = lock(PointSnapshot, pk, version=version)
    may_ask_snapshot_again(by, snapshot, on=day_of(at)).require()
    snapshot.failure = ""
    _move(snapshot, "ask_snapshot_again", "failure")
    _note("ask_snapshot_again", snapshot, "提请重新生成。", by=by, at=at)
    return snapshot


@transaction.atomic
def correct_snapshot(pk: Any, *, by: Any, at: datetime, version: int | None = None, reason: str) -> PointSnapshot:
    """A new edition with its reason; the earlier one stays as it is (F91). Counted from the ledger as it is then."""
    snapshot = lock(PointSnapshot, pk, version=version)
    may_correct_snapshot(by, snapshot, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明更正理由，代表会看到。", "input", field="reason")
    kept = {name: getattr(snapshot, name) for name in ("scheme", "kind", "year", "number", "first_on", "last_on")}
    more = {"edition": snapshot.edition + 1, "corrects": snapshot, "reason": reason.strip(), "counted_on": day_of(at)}
    fresh = PointSnapshot.objects.create(**kept, **more, asked_by=by, asked_at=at)
    _note("correct_snapshot", fresh, f"更正第{snapshot.edition}版：{reason}", by=by, at=at)
    return fresh


def build_snapshot(pk: Any, *, clock: Clock = timezone.now) -> PointSnapshot | None:
    """What the job does: counts everybody, then fixes. None when somebody else has done so already.

    Standings are kept as they are counted, so that a job that was killed goes on where it stopped.
    """
    snapshot = _begin(pk)
    if snapshot is None:
        return None
    try:
        span = Span(snapshot.kind, snapshot.year, snapshot.number, snapshot.first_on, snapshot.last_on)
        scheme = PointScheme.objects.with_rows().get(pk=snapshot.scheme_id)
        seats = seats_of(scheme, span, snapshot.counted_on)
        rest = _uncounted(snapshot, seats)
        for first in range(0, len(rest), AT_ONCE):
            _count(snapshot, scheme, rest[first : first + AT_ONCE], span)
            say(snapshot, len(seats))
        return _fix(snapshot.pk, at=clock())
    except Exception as trouble:
        _fail(pk, f"{type(trouble).__name__}。", at=clock())
        raise


def say(snapshot: PointSnapshot, of: int) -> None:
    """The progress bar; past every transaction, so that the page sees it."""
    done = snapshot.standings.count()
    PointSnapshot.objects.filter(pk=snapshot.pk).update(progress_done=done, progress_of=of)


@transaction.atomic
def _begin(pk: Any) -> PointSnapshot | None:
    snapshot = lock(PointSnapshot, pk)
    if not snapshot.is_under_way:
        return None
    if snapshot.state == SnapshotState.ASKED:
        scheme = PointScheme.objects.with_rows().get(pk=snapshot.scheme_id)
        snapshot.rules, snapshot.share = _rules(scheme), scheme.share_of(snapshot.kind)
        _move(snapshot, "begin_snapshot", "rules", "share")
    return snapshot


def _uncounted(snapshot: PointSnapshot, seats: Sequence[Mandate]) -> list[Mandate]:
    known = set(snapshot.standings.values_list("deputy", flat=True))
    return [seat for seat in seats if seat.deputy_id not in known]


def _count(snapshot: PointSnapshot, scheme: PointScheme, seats: Sequence[Mandate], span: Span) -> None:
    found = scores(scheme, [seat.deputy_id for seat in seats], span, on=snapshot.counted_on)
    # Two jobs at once count the same; the first one's rows stand.
    PointStanding.objects.bulk_create(
        [_standing(snapshot, seat, found[seat.deputy_id]) for seat in seats], ignore_conflicts=True
    )


def _standing(snapshot: PointSnapshot, seat: Mandate, found: Score) -> PointStanding:
    rules = [
        [row.rule.kind, str(row.quantity), str(row.points + row.shortfall)]
        for row in found.rules
        if row.quantity or row.shortfall
    ]
    lines = [[line.key, str(line.points)] for line in found.lines]
    return PointStanding(
        snapshot=snapshot,
        deputy_id=seat.deputy_id,
        delegation_id=seat.delegation_id,
        group_id=seat.group_id,
        total=found.total,
        earned=found.earned,
        penalties=found.penalties,
        grade=found.grade,
        detail={"rules": rules, "lines": lines, "vetoes": list(found.vetoes)},
    )


@transaction.atomic
def _fix(pk: Any, *, at: datetime) -> PointSnapshot:
    snapshot = lock(PointSnapshot, pk)
    if snapshot.state != SnapshotState.BUILDING:
        return snapshot
    rows = list(snapshot.standings.all())
    place(rows, lambda row: row.delegation_id, lambda row: row.group_id)
    PointStanding.objects.bulk_update(rows, PLACES, batch_size=500)
    snapshot.digest, snapshot.fixed_at = snapshot.expected_digest(), at
    snapshot.progress_done = snapshot.progress_of = len(rows)
    _move(snapshot, "fix_snapshot", "digest", "fixed_at", "progress_done", "progress_of")
    _note("fix_snapshot", snapshot, f"固定{len(rows)}名代表的积分。", by=None, at=at)
    notices.points_fixed(snapshot, at=at)
    return snapshot


@transaction.atomic
def _fail(pk: Any, reason: str, *, at: datetime) -> None:
    snapshot = lock(PointSnapshot, pk)
    if snapshot.state != SnapshotState.BUILDING:
        return
    snapshot.failure = reason
    _move(snapshot, "fail_snapshot", "failure")
    _note("fail_snapshot", snapshot, f"生成失败：{reason}", by=None, at=at)
    notices.points_failed(snapshot, at=at)


def _rules(scheme: PointScheme) -> list[list[str]]:
    """The rules in words, as they were when the points were fixed."""
    return [[rule.kind.code, rule.kind.name, str(rule.part or ""), rule.sentence] for rule in scheme.rules.all()]


def _move(snapshot: PointSnapshot, verb: str, *fields: str) -> None:
    snapshot.state = SNAPSHOT_FLOW.target(verb, snapshot.state)
    snapshot.bump("state", *fields)


def _note(verb: str, snapshot: PointSnapshot, summary: str, *, by: Any, at: datetime) -> None:
    record(f"deputies.{verb}", snapshot, by=by, at=at, summary=summary, visibility=Visibility.OFFICE)
    announce(f"deputies.{verb}", snapshot, by=by, at=at)
