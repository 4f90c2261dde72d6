"""Writing planned rows in bulk, inside the caller's transaction. Imported history is marked as such and not guarded."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from foundation.audit.models import Visibility
from foundation.workflow import lock
from suggestions.importing.batch import Batch
from suggestions.importing.case import KINDS, Case
from suggestions.importing.plan import Frame, Line
from suggestions.importing.tell import Teller, moment
from suggestions.models import Cosigner, NumberFormat, NumberSeries, Suggestion, TextVersion
from suggestions.models.text_version import TEXT_FIELDS, chained, text_hash
from suggestions.states import CosignerState, Kind, Origin, SeriesKind
from suggestions.transitions.numbering import format_of
from suggestions.transitions.wording import keep_text


class Writer:
    """Writes lines; what had to be made beside them stands in `frame.bodies.created`."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.batch = Batch(frame.clocks)
        self.teller = Teller(frame, self.batch)
        self.series: dict[str, NumberSeries] = {}
        self.formats: dict[str, NumberFormat] = {}

    def write(self, lines: list[Line]) -> None:
        """New suggestions with their history, and what the file adds to those on record."""
        fresh = [line for line in lines if line.case is None]
        self._ensure_bodies([line for line in lines if line.case is None or line.changed])
        self._open_series({line.entry.channel for line in fresh})
        for line in fresh:
            self._create(line)
        for line in lines:
            if line.case is not None and line.changed:
                self._change(line, line.case)
        self.batch.save()
        self._continue_series()

    def _ensure_bodies(self, lines: Iterable[Line]) -> None:
        entries = [line.entry for line in lines]
        assigned = [line.entry for line in lines if line.case is None or "assign" in line.steps]
        self.frame.bodies.ensure(
            units=[name for entry in assigned for name, _ in entry.units],
            categories=[entry.category for entry in entries],
            delegations=[line.entry.delegation for line in lines if line.case is None],
        )

    def _open_series(self, channels: Iterable[str]) -> None:
        """The series and their written form; the rows stay locked, so that nobody takes a number meanwhile."""
        meeting, day = self.frame.meeting, timezone.localdate(self.frame.at)
        for channel in sorted(channels):
            row, _ = NumberSeries.objects.get_or_create(kind=KINDS[channel], term=self.frame.term, meeting=meeting)
            self.series[channel] = lock(NumberSeries, row)
            self.formats[channel] = format_of(KINDS[channel], self.frame.term.level, day)

    def _continue_series(self) -> None:
        for series in self.series.values():
            highest = Suggestion.objects.filter(series=series).aggregate(last=Max("number"))["last"] or 0
            NumberSeries.objects.filter(pk=series.pk, last_number__lt=highest).update(last_number=highest)

    def _create(self, line: Line) -> None:
        entry = line.entry
        case = Case(self.batch.add(self._suggestion(line)))
        case.suggestion.lead = line.lead
        self._keep_text(case.suggestion)
        self._sign(case, line.cosigners)
        registered = self._registered_at(line)
        summary = f"据台账登记：立案，编号{case.suggestion.number_text}。"
        self.batch.note(
            "suggestions.register", case.suggestion, summary, by=None, at=registered, data={"imported": True}
        )
        self.teller.tell(line, case)
        self._note_import(case, line, f"由台账导入（工作表“{entry.report.sheet}”第{entry.report.row}行）。")

    def _suggestion(self, line: Line) -> Suggestion:
        entry, frame = line.entry, self.frame
        at = self._registered_at(line)
        motion = entry.remark.motion_number
        category = frame.bodies.category(entry.category)
        return Suggestion(
            kind=Kind.SUGGESTION,
            origin=Origin.CONVERTED_MOTION if entry.remark.converted else Origin.SUGGESTION,
            level=frame.term.level,
            term=frame.term,
            meeting=frame.meeting,
            channel=entry.channel,
            lead=line.lead,
            delegation=frame.bodies.delegation(entry.delegation) or line.lead.delegation,
            title=entry.title,
            facts=entry.text,
            agree_to_publish=entry.publish,
            state="registered",
            created_at=at,
            saved_at=at,
            submitted_at=at,
            registered_at=at,
            number=entry.number,
            number_text=self.formats[entry.channel].write(entry.number),
            series=self.series[entry.channel],
            motion_number=motion,
            motion_number_text=self._motion_text(motion),
            category=category,
            supervising_committee_id=category.supervising_committee_id if category else None,
            is_key=entry.remark.is_key,
            is_difficult=entry.remark.difficult,
            imported_at=frame.at,
        )

    def _motion_text(self, number: int | None) -> str:
        if number is None:
            return ""
        return format_of(SeriesKind.MOTION, self.frame.term.level, timezone.localdate(self.frame.at)).write(number)

    def _registered_at(self, line: Line) -> datetime:
        """The day of registration as far as the file knows it: written, else not later than the assignment."""
        days = line.entry.days
        day = days.get("registered") or days.get("assigned")
        return moment(day) if day else self.frame.at

    def _keep_text(self, suggestion: Suggestion) -> None:
        wording = {name: getattr(suggestion, name) for name in TEXT_FIELDS}
        own = chained("", text_hash(suggestion))
        facts = {"number": 1, "saved_by": self.frame.by, "saved_at": self.frame.at, "hash": own}
        self.batch.add(TextVersion(suggestion=suggestion, **facts, **wording))

    def _sign(self, case: Case, seats: Iterable[Any]) -> None:
        at = case.suggestion.registered_at
        facts = {"state": CosignerState.CONFIRMED, "invited_at": at, "answered_at": at, "reason": "据台账登记"}
        for seat in seats:
            self.batch.add(Cosigner(suggestion=case.suggestion, mandate=seat, **facts))

    def _change(self, line: Line, case: Case) -> None:
        fields = dict(line.fields)
        if "category" in fields:
            fields["category"] = category = self.frame.bodies.category(fields["category"])
            fields["supervising_committee_id"] = category.supervising_committee_id
        if fields:
            self.batch.change(case.suggestion, **fields)
            keep_text(case.suggestion, by=self.frame.by, at=self.frame.at)
        self._sign(case, line.signed)
        self.teller.tell(line, case)
        self._note_import(case, line, f"再次导入台账：{'；'.join(line.entry.report.changes)}。"[:500])

    def _note_import(self, case: Case, line: Line, summary: str) -> None:
        """What the file says beyond the columns of the portal stays readable: its remark, its own due day."""
        entry = line.entry
        data = {"sheet": entry.report.sheet, "row": entry.report.row}
        if entry.remark.rest:
            data["remark"] = entry.remark.rest
            summary += f"备注：{entry.remark.rest}。"
        if "due" in entry.days:
            data["office_due_on"] = entry.days["due"].isoformat()
        self.batch.note(
            "suggestions.import",
            case.suggestion,
            summary,
            by=self.frame.by,
            at=self.frame.at,
            data=data,
            visibility=Visibility.OFFICE,
        )
