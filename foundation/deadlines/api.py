"""Starting, meeting, cancelling and moving clocks. Rooms call this from their transitions, inside a transaction."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone

from foundation.deadlines import lights, schedule
from foundation.deadlines.extending import extend, pause, resume
from foundation.deadlines.lights import light
from foundation.deadlines.models import Deadline, TimeLimit
from foundation.deadlines.querysets import DeadlineQuerySet
from foundation.workflow import Refused

__all__ = [
    "attach_lights",
    "cancel",
    "clock_of",
    "clocks_of",
    "extend",
    "light",
    "meet",
    "pause",
    "resume",
    "start",
]

URGENCY = (lights.RED, lights.ORANGE, lights.YELLOW, lights.GREEN, lights.LATE_MET, lights.MET)


@transaction.atomic
def start(
    kind: str,
    subject: Model,
    *,
    on: date,
    organisation: Any = None,
    user: Any = None,
    by: Any,
    at: datetime,
    amount: int | None = None,
    until: date | None = None,
    imported: bool = False,
) -> Deadline:
    """Starts the clock `kind` on `subject`, counted from `on` by the limit in force on that day.

    `organisation` and `user` say whose duty it is (objects or keys). `amount` replaces the limit's own for this case
    but never lengthens a statutory one; `until` is the day of a limit that is agreed case by case. Milestones before
    the day of an import are not reminded. Refused when the same clock is already running; TimeLimit.DoesNotExist for
    an unknown kind.
    """
    limit = TimeLimit.objects.on(kind, on)
    _check_amount(limit, amount)
    deadline = Deadline(
        kind=kind,
        limit=limit,
        subject_type=ContentType.objects.get_for_model(subject),
        subject_id=subject.pk,
        organisation_id=getattr(organisation, "pk", organisation),
        user_id=getattr(user, "pk", user),
        started_on=on,
        amount=amount,
        agreed_date=until,
        derivation={"started_by": str(by or "")},
        reminded_through=max(on, timezone.localdate(at) - timedelta(days=1)) if imported else on,
        imported_at=at if imported else None,
        started_at=at,
    )
    found = schedule.derived(deadline, limit)
    if found.due < on:
        raise Refused("约定日期不得早于起算日，请核对。", "date")
    own = schedule.borders([kind])
    schedule.set_days(
        deadline,
        found,
        yellow_orange=own.get(kind, own[""]),
        marks=schedule.marks([kind]).get(kind, []),
    )
    return _insert(deadline)


def meet(kind: str, subject: Model, *, at: datetime, organisation: Any = None) -> int:
    """Stops the open clocks `kind` of `subject` (of one organisation where given) as done; answers how many."""
    return _running(kind, subject, organisation).update(
        met_at=at, met_on=timezone.localdate(at), next_milestone_on=None, paused_on=None
    )


def cancel(kind: str, subject: Model, *, at: datetime, reason: str, organisation: Any = None) -> int:
    """Stops the open clocks `kind` of `subject` as no longer owed; answers how many."""
    return _running(kind, subject, organisation).update(
        cancelled_at=at, cancel_reason=reason[:200], next_milestone_on=None, paused_on=None
    )


def clock_of(kind: str, subject: Model, organisation: Any = None) -> Deadline | None:
    """The open clock `kind` of `subject`, or None."""
    return _running(kind, subject, organisation).select_related("limit").order_by("due_on").first()


def clocks_of(subject: Model) -> DeadlineQuerySet:
    """Every clock of an object, open and closed, oldest first."""
    return Deadline.objects.of(subject).select_related("limit", "organisation", "user").order_by("started_on", "pk")


def attach_lights(objects: Iterable[Model], kinds: str | Sequence[str], on: date) -> None:
    """Sets `lights` (kind → Light), `light` and `clock` (the most urgent) on every object of a page; one query.

    An open clock counts before a closed one of the same kind. `light` and `clock` are None without any.
    """
    rows = list(objects)
    for row in rows:
        row.lights, row.light, row.clock = {}, None, None
    if not rows:
        return
    wanted = [kinds] if isinstance(kinds, str) else list(kinds)
    model = ContentType.objects.get_for_model(rows[0])
    clocks = Deadline.objects.filter(subject_type=model, subject_id__in=[row.pk for row in rows], kind__in=wanted)
    by_subject: dict[int, list[Deadline]] = {}
    # Closed ones first and the earliest due last: each overwrites what is less worth showing.
    for clock in sorted(clocks.select_related("limit"), key=lambda c: (c.is_open, -c.due_on.toordinal(), c.pk)):
        by_subject.setdefault(clock.subject_id, []).append(clock)
    for row in rows:
        _attach(row, by_subject.get(row.pk, []), on)


def _attach(row: Any, clocks: Sequence[Deadline], on: date) -> None:
    shown = {clock.kind: clock for clock in clocks}
    row.lights = {kind: light(clock, on) for kind, clock in shown.items()}
    if shown:
        row.clock = min(shown.values(), key=lambda c: (URGENCY.index(row.lights[c.kind].colour), c.due_on))
        row.light = row.lights[row.clock.kind]


def _running(kind: str, subject: Model, organisation: Any) -> DeadlineQuerySet:
    clocks = Deadline.objects.open().of(subject).filter(kind=kind)
    return clocks if organisation is None else clocks.filter(organisation=organisation)


def _check_amount(limit: TimeLimit, amount: int | None) -> None:
    if amount is not None and limit.statutory_months is not None and amount > limit.amount:
        raise Refused("法定期限不得延长（代表法第五十一条）。", "statutory")


def _insert(deadline: Deadline) -> Deadline:
    try:
        with transaction.atomic():
            deadline.save(force_insert=True)
    except IntegrityError as error:
        if "deadline_one_open" not in str(error):
            raise
        raise Refused("该事项的这一期限已在计算中，请勿重复启动。", "running") from error
    return deadline
