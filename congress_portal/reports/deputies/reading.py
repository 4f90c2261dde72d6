"""What a deputy's yearly report is made of, read for a batch of deputies in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from deputies.models import Deputy, DutyEntry, DutyTarget, Invitation, Mandate, PointScheme
from deputies.states import ActivityState, Level, MandateStatus, PeriodKind, TargetSpan
from deputies.yearbook.points import Span, schemes_for, span_of, targets_for
from suggestions.models import Rating, Reply, Suggestion
from suggestions.yearbook import Period


@dataclass(frozen=True)
class Paper:
    """A suggestion as a report names it: what the unit answered, what the deputy said to it."""

    number: str
    title: str
    state: str
    result: str = ""
    grade: str = ""


@dataclass(frozen=True)
class Part:
    """One deputy's part in one activity."""

    kind: str
    order: int
    is_session: bool
    attendance: str


@dataclass
class Facts:
    """One deputy: his seats of the period, the lines of his file, his invitations, the papers behind the lines."""

    deputy: Deputy
    seats: list[Mandate] = field(default_factory=list)
    lines: list[DutyEntry] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    papers: dict[str, Paper] = field(default_factory=dict)


@dataclass(frozen=True)
class Year:
    """What all reports of one count have in common: period, day, schemes with their spans, targets, who issues."""

    period: Period
    on: date
    schemes: dict[str, list[tuple[PointScheme, Span]]]
    targets: list[DutyTarget]
    suggestion_type: int
    source_names: dict[int, str]
    issuer: str

    @property
    def first(self) -> date:
        """The first day of any line that counts."""
        return min([self.period.first, *(span.first for rows in self.schemes.values() for _, span in rows)])

    @property
    def last(self) -> date:
        return max([self.period.last, *(span.last for rows in self.schemes.values() for _, span in rows)])


def year_of(period: Period, on: date, issuer: str) -> Year:
    """Schemes and targets in force on the last day of the period, or today while it still runs."""
    day = min(period.last, on)
    schemes: dict[str, list[tuple[PointScheme, Span]]] = defaultdict(list)
    for scheme in schemes_for(Level.values, day):
        schemes[scheme.level].append((scheme, span_of(scheme, PeriodKind.YEAR, period.year)))
    kinds = ContentType.objects.all()
    names = {kind.pk: str(model._meta.verbose_name) for kind in kinds if (model := kind.model_class())}
    paper = ContentType.objects.get_for_model(Suggestion).pk
    return Year(period, on, dict(schemes), list(targets_for(Level.values, day)), paper, names, issuer)


def in_office(period: Period) -> QuerySet[Mandate]:
    """Seats held on at least one day of the period, at whatever level."""
    begun = Q(term__starts_on=None) | Q(term__starts_on__lte=period.last)
    lasted = Q(term__ends_on=None) | Q(term__ends_on__gte=period.first)
    elected = Q(elected_on=None) | Q(elected_on__lte=period.last)
    ended = Q(status=MandateStatus.ENDED, status_since__lt=period.first)
    return Mandate.objects.filter(begun, lasted, elected).exclude(ended)


def read(deputies: Iterable[int], year: Year) -> list[Facts]:
    """The facts of these deputies in the order of their keys. Eight queries at most, however many they are."""
    people = Deputy.objects.filter(pk__in=list(deputies)).order_by("pk")
    found = {deputy.pk: Facts(deputy) for deputy in people}
    places = ("term__congress", "delegation", "group", "constituency")
    for seat in in_office(year.period).filter(deputy__in=found).select_related(*places).order_by("pk"):
        found[seat.deputy_id].seats.append(seat)
    _read_lines(found, year)
    _read_parts(found, year)
    _read_papers(found, year)
    return list(found.values())


def _read_lines(found: dict[int, Facts], year: Year) -> None:
    """Of the year, and of the whole term those a target of the term counts."""
    of_term = {kind.pk for row in year.targets if row.span == TargetSpan.TERM for kind in row.kinds.all()}
    starts = [seat.term.starts_on for one in found.values() for seat in one.seats if seat.term.starts_on]
    wanted = Q(on__gte=year.first) | Q(kind__in=of_term, on__gte=min([year.first, *starts]))
    rows = DutyEntry.objects.counting().filter(wanted, deputy__in=found, on__lte=year.last)
    names = ("kind", "confirmed_by")
    for line in rows.select_related(*names).order_by("on", "pk"):
        found[line.deputy_id].lines.append(line)


def _read_parts(found: dict[int, Facts], year: Year) -> None:
    rows = Invitation.objects.filter(deputy__in=found, activity__state=ActivityState.CLOSED).exclude(attendance="")
    rows = rows.filter(activity__starts_at__range=year.period.bounds())
    kind = "activity__kind__"
    columns = ("deputy", f"{kind}name", f"{kind}order", f"{kind}warns_of_absence", "attendance")
    for pk, *facts in rows.order_by(f"{kind}order", "pk").values_list(*columns):
        found[pk].parts.append(Part(*facts))


def _read_papers(found: dict[int, Facts], year: Year) -> None:
    """The suggestions that lines came out of, with the latest answer and the latest word about it."""
    wanted = {line.source_id for one in found.values() for line in _of_papers(one.lines, year)}
    rows = Suggestion.objects.filter(pk__in=[int(key) for key in wanted]).order_by("pk")
    shown = ("number_text", "state", "published_at", "agree_to_publish", "public_copy__title")
    papers = {row.pk: row for row in rows.select_related("public_copy").only(*shown)}
    replies = Reply.objects.filter(assignment__suggestion__in=papers, delivered_at__isnull=False)
    results = dict(replies.order_by("delivered_at", "pk").values_list("assignment__suggestion", "result_class__code"))
    ratings = Rating.objects.filter(suggestion__in=papers).order_by("rated_at", "pk")
    grades = {rating.suggestion_id: rating.get_result_display() for rating in ratings}
    made = {
        str(pk): Paper(row.number_text, _title(row), row.get_state_display(), results.get(pk) or "", grades.get(pk, ""))
        for pk, row in papers.items()
    }
    for one in found.values():
        keys = {line.source_id for line in _of_papers(one.lines, year)}
        one.papers = {key: made[key] for key in keys if key in made}


def _of_papers(lines: Sequence[DutyEntry], year: Year) -> list[Any]:
    return [line for line in lines if line.source_type_id == year.suggestion_type]


def _title(paper: Suggestion) -> str:
    """A report is read by some who may not open every paper in it, so it tells titles that are public."""
    is_open = paper.published_at and paper.agree_to_publish and paper.public_copy
    return paper.public_copy.title if is_open else "（未公开）"
