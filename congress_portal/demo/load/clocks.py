"""The clocks of the stories: due dates by the portal's own arithmetic, each derivation computed once."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from congress_portal.demo.load.sheet import Sheet
from foundation.deadlines import schedule
from foundation.deadlines.derivation import Derivation, derive
from foundation.deadlines.milestones import next_day
from foundation.deadlines.models import TimeLimit
from foundation.workdays.calendar import current_calendar


class Clocks:
    """Takes down clocks on a sheet. Nobody is reminded of what fell due before `day`, the end of the story."""

    def __init__(self, sheet: Sheet, day: date) -> None:
        self.sheet, self.day = sheet, day
        self.calendar, self.borders, self.marks = current_calendar(), schedule.borders(), schedule.marks()
        self.limits = {limit.key: limit for limit in TimeLimit.objects.valid_on(day)}
        self.kinds: dict[type[models.Model], int] = {}
        self.known: dict[tuple[str, date, date | None], tuple[Derivation, str]] = {}

    def run(
        self,
        kind: str,
        model: type[models.Model],
        subject: int,
        start: datetime,
        *,
        met: datetime | None = None,
        stopped: tuple[datetime, str] | None = None,
        until: date | None = None,
        **whose: int | None,
    ) -> None:
        """One clock since `start`: met, stopped with a reason, or still running."""
        found, facts = self._derived(kind, start.date(), until)
        yellow, orange = self.borders.get(kind, self.borders[""])
        closed = met is not None or stopped is not None
        through = max(found.start, self.day)
        self.sheet.add(
            kind=kind,
            limit_id=self.limits[kind].pk,
            subject_type_id=self._kind_of(model),
            subject_id=subject,
            started_on=found.start,
            agreed_date=until,
            due_on=found.due,
            original_due_on=found.original_due,
            yellow_on=found.due - timedelta(days=yellow),
            orange_on=found.due - timedelta(days=orange),
            derivation=facts,
            provisional=found.provisional,
            met_at=met,
            met_on=met.date() if met else None,
            cancelled_at=stopped[0] if stopped else None,
            cancel_reason=stopped[1] if stopped else "",
            reminded_through=through,
            next_milestone_on=None if closed else next_day(self.calendar, self.marks.get(kind, []), found.due, through),
            started_at=start,
            **whose,
        )

    def _derived(self, kind: str, start: date, until: date | None) -> tuple[Derivation, str]:
        key = (kind, start, until)
        if key not in self.known:
            found = derive(self.calendar, schedule.rule_of(self.limits[kind]), start, agreed=until)
            self.known[key] = found, json.dumps({"started_by": "", **found.facts}, ensure_ascii=False)
        return self.known[key]

    def _kind_of(self, model: Any) -> int:
        if model not in self.kinds:
            self.kinds[model] = ContentType.objects.get_for_model(model).pk
        return self.kinds[model]
