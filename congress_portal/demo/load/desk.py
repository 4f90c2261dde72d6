"""The sheets all cases are written on, and the number series they share."""

from django.contrib.contenttypes.models import ContentType

from congress_portal.demo.load.clocks import Clocks
from congress_portal.demo.load.sheet import Sheet
from congress_portal.demo.load.stage import Stage
from deputies.models import Meeting
from foundation.audit.models import Event
from foundation.deadlines.models import Deadline
from foundation.search.models import Fingerprint
from suggestions import models as nouns
from suggestions.models import NumberSeries, Suggestion
from suggestions.states import Channel, SeriesKind

NOUNS = (
    *(nouns.Suggestion, nouns.Cosigner, nouns.TextVersion, nouns.Assignment, nouns.Round, nouns.ContactRecord),
    *(nouns.CoOpinion, nouns.Reply, nouns.ReplyCheck, nouns.Rating, nouns.Mediation, nouns.Commitment),
    *(nouns.PublicCopy, nouns.PublicReply, nouns.Objection, nouns.Extension, Deadline, Event, Fingerprint),
)


class Desk:
    """`sheet[Model]` takes rows; `clocks` takes clocks; `next_number` gives out numbers without gaps."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.sheet = {noun: Sheet(noun) for noun in NOUNS}
        self.clocks = Clocks(self.sheet[Deadline], stage.day)
        self.subject_type = ContentType.objects.get_for_model(Suggestion).pk
        self.series: dict[tuple[str, int], NumberSeries] = {}

    def next_number(self, channel: str, meeting: Meeting) -> tuple[int, int, str]:
        """(key of the series, number, number as written)."""
        kind = SeriesKind.SESSION if channel == Channel.SESSION else SeriesKind.RECESS
        if (kind, meeting.pk) not in self.series:
            found, _ = NumberSeries.objects.get_or_create(kind=kind, term_id=meeting.term_id, meeting=meeting)
            self.series[kind, meeting.pk] = NumberSeries.objects.select_for_update().get(pk=found.pk)
        series = self.series[kind, meeting.pk]
        series.last_number += 1
        return series.pk, series.last_number, self.stage.formats[kind].write(series.last_number)

    def note(self, suggestion: int, label: str, verb: str, summary: str, at, by) -> None:
        """One line of a suggestion's timeline."""
        self.sheet[Event].add(
            verb=f"suggestions.{verb}",
            at=at,
            recorded_at=at,
            actor_id=by.pk if by else None,
            actor_name=by.name if by else "系统",
            subject_type_id=self.subject_type,
            subject_id=str(suggestion),
            subject_label=label[:200],
            summary=summary,
        )

    def flush(self) -> None:
        for sheet in self.sheet.values():
            sheet.flush()

    def keep_series(self) -> None:
        """The next real paper takes the number after the last one given out here."""
        for series in self.series.values():
            series.save(update_fields=["last_number"])

    def counts(self) -> dict[str, int]:
        return {str(noun._meta.verbose_name): sheet.written for noun, sheet in self.sheet.items() if sheet.written}
