"""Starting many clocks at once, for an import or a whole congress: rules are read once, rows are written together."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from foundation.deadlines import schedule
from foundation.deadlines.models import Deadline, TimeLimit


class ClockBatch:
    """Clocks of objects that need not be saved yet; `save()` writes them once their objects are.

    `imported` ones are marked so, and milestones before the day of `at` are not reminded.
    """

    def __init__(self, *, by: Any, at: datetime, imported: bool = True) -> None:
        self.by, self.at, self.imported = by, at, imported
        self.rows: list[tuple[Deadline, Model]] = []
        self._limit = cache(TimeLimit.objects.on)
        self._due = cache(lambda kind, on: schedule.derived(Deadline(started_on=on), self._limit(kind, on)).due)
        self._borders, self._marks = schedule.borders(), schedule.marks()

    def due_on(self, kind: str, on: date) -> date:
        """The day a clock `kind` that starts on `on` is due. TimeLimit.DoesNotExist for an unknown kind."""
        return self._due(kind, on)

    def start(
        self,
        kind: str,
        subject: Model,
        *,
        on: date,
        organisation: Any = None,
        user: Any = None,
        until: date | None = None,
    ) -> Deadline:
        """The clock, not yet written; arguments as in `deadlines.start`."""
        limit = self._limit(kind, on)
        clock = Deadline(
            kind=kind,
            limit=limit,
            organisation_id=getattr(organisation, "pk", organisation),
            user_id=getattr(user, "pk", user),
            started_on=on,
            agreed_date=until,
            derivation={"started_by": str(self.by or "")},
            reminded_through=max(on, timezone.localdate(self.at) - timedelta(days=1)) if self.imported else on,
            imported_at=self.at if self.imported else None,
            started_at=self.at,
        )
        found = schedule.derived(clock, limit)
        borders = self._borders.get(kind, self._borders[""])
        schedule.set_days(clock, found, yellow_orange=borders, marks=self._marks.get(kind, []))
        self.rows.append((clock, subject))
        return clock

    def meet(self, subject: Model, *kinds: str, at: datetime) -> None:
        """Clocks of this batch that were kept at a moment of the past."""
        for clock, owner in self.rows:
            if owner is subject and clock.kind in kinds:
                clock.met_at, clock.met_on, clock.next_milestone_on = at, timezone.localdate(at), None

    def forget(self, subject: Model, *kinds: str) -> None:
        """Takes clocks of this batch back: what nobody recorded is neither kept nor broken."""
        self.rows = [(clock, owner) for clock, owner in self.rows if owner is not subject or clock.kind not in kinds]

    def save(self) -> None:
        """Writes all clocks; their objects have keys by now."""
        for clock, subject in self.rows:
            clock.subject_type = ContentType.objects.get_for_model(subject)
            clock.subject_id = subject.pk
        Deadline.objects.bulk_create([clock for clock, _ in self.rows])
        self.rows = []
