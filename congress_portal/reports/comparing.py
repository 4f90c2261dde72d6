"""Is a report still what its rows say? Counts anew, compares cell by cell, and explains what differs."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from congress_portal.reports.counting import tables
from congress_portal.reports.filing import FORMATS
from congress_portal.reports.models import AnnualReport
from foundation.audit.models import Event
from foundation.documents.figures import Difference, differences
from suggestions.models import Assignment, Commitment, Suggestion

EVENTS_SHOWN = 5


@dataclass(frozen=True)
class Explained:
    """A cell that differs, and what happened to the suggestions behind it since the report was built."""

    difference: Difference
    suggestions: tuple[Suggestion, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """What counting anew has found. `files` are those that cannot be written again to the byte from the kept cells."""

    report: AnnualReport
    rows: list[Explained] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    digest_holds: bool = True

    @property
    def same(self) -> bool:
        return not self.rows and not self.files and self.digest_holds

    def sentence(self) -> str:
        """The finding in one sentence."""
        if self.same:
            return "按同一口径、同一截止日重新统计，各表逐格相同，文件逐字节相同。"
        found = [f"有{len(self.rows)}格数字不同"] if self.rows else []
        found += [f"{'、'.join(self.files)}文件不能逐字节重现"] if self.files else []
        found += [] if self.digest_holds else ["校验值与内容不符"]
        return f"重新统计后，{'；'.join(found)}。"

    def lines(self) -> list[str]:
        """One line for each cell that differs."""
        return [_line(row) for row in self.rows]

    def as_json(self) -> list[dict[str, Any]]:
        """The same for programs."""
        return [_json(row) for row in self.rows]


def compare(report: AnnualReport) -> Comparison:
    """Counts the report's period anew as of its own day and compares it with what is kept; changes nothing."""
    found = differences(report.sheets, tables(report))
    files = [format for format, write in FORMATS.items() if format in report.files and not _same(report, format, write)]
    holds = not report.is_frozen or report.digest == report.expected_digest()
    return Comparison(report, _explained(report, found), files, holds)


def _same(report: AnnualReport, format: str, write: Any) -> bool:
    return hashlib.sha256(write(report)).hexdigest() == report.files[format]


def _explained(report: AnnualReport, found: list[Difference]) -> list[Explained]:
    """All rows behind all cells in a handful of queries."""
    owners = _owners(found)
    cases = Suggestion.objects.with_names().in_bulk({pk for pks in owners.values() for pk in pks})
    events = _events(cases, report.built_at or timezone.now())
    return [
        Explained(
            one, tuple(cases[pk] for pk in pks), tuple(event for pk in pks for event in events[pk][:EVENTS_SHOWN])
        )
        for place, one in enumerate(found)
        for pks in [sorted(pk for pk in owners[place] if pk in cases)]
    ]


def _owners(found: list[Difference]) -> dict[int, set[int]]:
    """Place of a difference → the suggestions its changed rows belong to."""
    changed = {place: one.came | one.went for place, one in enumerate(found)}
    owner_of = {
        kind: _suggestion_of(model, (pk for place, keys in changed.items() if found[place].of == kind for pk in keys))
        for kind, model in (("assignment", Assignment), ("commitment", Commitment))
    }
    owners: dict[int, set[int]] = {}
    for place, keys in changed.items():
        kind = found[place].of
        known = owner_of.get(kind)
        owners[place] = {known[pk] for pk in keys if pk in known} if known is not None else set()
        if kind == "suggestion":
            owners[place] = set(keys)
    return owners


def _suggestion_of(model: Any, keys: Iterable[int]) -> dict[int, int]:
    return dict(model.objects.filter(pk__in=set(keys)).values_list("pk", "suggestion"))


def _events(cases: dict[int, Suggestion], since: datetime) -> dict[int, list[Event]]:
    """What was done to these suggestions after the report was built, the latest first."""
    rows = Event.objects.filter(
        subject_type=ContentType.objects.get_for_model(Suggestion),
        subject_id__in=[str(pk) for pk in cases],
        recorded_at__gt=since,
    )
    found: dict[int, list[Event]] = defaultdict(list)
    for event in rows.order_by("-recorded_at", "-pk"):
        found[int(event.subject_id)].append(event)
    return found


def _line(row: Explained) -> str:
    one = row.difference
    because = "；".join(f"{event.at:%Y-%m-%d} {event.subject_label}：{event.summary}" for event in row.events)
    return f"{one.sheet}·{one.row}·{one.column}：{_shown(one.was)} → {_shown(one.now)}。{because}"


def _shown(value: int | str | None) -> str:
    return "—" if value is None else str(value)


def _json(row: Explained) -> dict[str, Any]:
    one = row.difference
    place = {"sheet": one.sheet, "row": one.row, "column": one.column}
    rows = {"of": one.of, "came": sorted(one.came), "went": sorted(one.went)}
    events = [{"at": event.at.isoformat(), "text": event.summary} for event in row.events]
    return {**place, "was": one.was, "now": one.now, **rows, "events": events}
