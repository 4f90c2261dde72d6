"""Points of deputies in a period: the ledger's lines, the scheme's rows, and `deputies.scoring`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from deputies.models import DutyEntry, DutyTarget, PointRule, PointScheme
from deputies.scoring import Duty, RuleScore, Score, score
from deputies.states import CountedBy, PeriodKind, TargetSpan


@dataclass(frozen=True)
class Span:
    """A period of a scheme: what kind, of which year, which one of it, and its days."""

    kind: str
    year: int
    number: int
    first: date
    last: date

    @property
    def name(self) -> str:
        """ "2026年第2季度", "2026年上半年", "2026年"."""
        if self.kind == PeriodKind.QUARTER:
            return f"{self.year}年第{self.number}季度"
        if self.kind == PeriodKind.HALF:
            return f"{self.year}年{'上' if self.number == 1 else '下'}半年"
        return f"{self.year}年"

    def is_over(self, on: date) -> bool:
        return self.last < on


def span_of(scheme: PointScheme, kind: str, year: int, number: int = 1) -> Span:
    """The quarter, half or year `number` of the scheme's cycle that begins in `year`."""
    return Span(kind, year, number, *scheme.period(kind, year, number))


def schemes_for(levels: Iterable[str], day: date) -> list[PointScheme]:
    """The schemes in force on a day at these levels, with their rows, the oldest first."""
    rows = PointScheme.objects.on(day).filter(level__in=set(levels)).with_rows()
    return list(rows.order_by("level", "valid_from", "pk"))


def score_lines(scheme: PointScheme, lines: Iterable[DutyEntry], span: Span, *, on: date) -> Score:
    """The points of one deputy for lines at hand; those of other levels, days and states are passed over."""
    duties = [
        Duty(line.kind.code, line.quantity, line.on, line.pk)
        for line in lines
        if line.counts and line.level == scheme.level and span.first <= line.on <= span.last
    ]
    return score(scheme.as_scheme(span.kind), duties, final=is_final(span, on))


def scores(scheme: PointScheme, deputies: Iterable[int], span: Span, *, on: date) -> dict[int, Score]:
    """The points of each of these deputies (by key), also of those without a line. One query."""
    found: dict[int, list[Duty]] = {pk: [] for pk in deputies}
    rows = DutyEntry.objects.counting().in_period(span.first, span.last).filter(level=scheme.level, deputy__in=found)
    for pk, deputy, code, quantity, day in rows.order_by().values_list("pk", "deputy", "kind__code", "quantity", "on"):
        found[deputy].append(Duty(code, quantity, day, pk))
    rules, final = scheme.as_scheme(span.kind), is_final(span, on)
    return {pk: score(rules, duties, final=final) for pk, duties in found.items()}


def totals(scheme: PointScheme, deputies: Iterable[int], span: Span, *, on: date) -> dict[int, Score]:
    """As `scores` and with the same totals, but without the single lines: what each kind adds up to the database says.

    A rule looks at the sum of its units alone, so a year of lines comes as one line of each kind.
    """
    found: dict[int, list[Duty]] = {pk: [] for pk in deputies}
    codes = {rule.kind_id: rule.kind.code for rule in scheme.rules.all()}
    rows = DutyEntry.objects.counting().in_period(span.first, span.last).filter(level=scheme.level, kind__in=codes)
    for deputy, kind, quantity in rows.order_by().values_list("deputy", "kind").annotate(Sum("quantity")):
        if deputy in found:
            found[deputy].append(Duty(codes[kind], quantity))
    rules, final = scheme.as_scheme(span.kind), is_final(span, on)
    return {pk: score(rules, duties, final=final) for pk, duties in found.items()}


def is_final(span: Span, on: date) -> bool:
    """Minimums are those of a year: what is missing is taken off when the year is over, not before."""
    return span.kind == PeriodKind.YEAR and span.is_over(on)


@dataclass(frozen=True)
class RuleLine:
    """A rule of the scheme beside what it gave: one row of the table that explains a total."""

    rule: PointRule
    found: RuleScore

    @property
    def points(self) -> Decimal:
        return self.found.points + self.found.shortfall


def explained(scheme: PointScheme, found: Score) -> list[RuleLine]:
    """Every rule that gave or took something, or still asks for something, in the scheme's order."""
    by_code = {rule.kind.code: rule for rule in scheme.rules.all()}
    return [
        RuleLine(by_code[row.rule.kind], row) for row in found.rules if row.quantity or row.shortfall or row.missing
    ]


@dataclass(frozen=True)
class Progress:
    """How far a deputy is with one least amount of the year or the term."""

    target: DutyTarget
    done: Decimal

    @property
    def is_reached(self) -> bool:
        return self.done >= self.target.amount

    @property
    def shown(self) -> Decimal:
        """For a bar that ends at the target."""
        return min(self.done, self.target.amount)


def progress(targets: Iterable[DutyTarget], lines: Iterable[DutyEntry], year: tuple[date, date]) -> list[Progress]:
    """`lines` are those of the whole term; yearly targets count those of the days `year` alone."""
    rows, (first, last) = list(lines), year
    found = []
    for target in targets:
        kinds = {kind.pk for kind in target.kinds.all()}
        mine = [line for line in rows if line.counts and line.level == target.level and line.kind_id in kinds]
        if target.span == TargetSpan.YEAR:
            mine = [line for line in mine if first <= line.on <= last]
        found.append(Progress(target, _amount(target, mine)))
    return found


def targets_for(levels: Iterable[str], day: date) -> Any:
    """The least amounts in force on a day at these levels."""
    return DutyTarget.objects.on(day).filter(level__in=set(levels)).prefetch_related("kinds")


def _amount(target: DutyTarget, lines: list[DutyEntry]) -> Decimal:
    if target.counted_by == CountedBy.DAYS:
        return Decimal(len({day for line in lines for day in line.days}))
    return sum((line.quantity for line in lines), Decimal(0))
