"""Arithmetic of deputies' points (domain 3.4). Pure: one definition for page, ranking, snapshot and report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

CENT = Decimal("0.01")
NONE = Decimal("0.00")


@dataclass(frozen=True)
class Duty:
    """One confirmed line of the file: the code of its kind, how much, when; `key` finds it again in the answer."""

    kind: str
    quantity: Decimal = Decimal(1)
    on: date = date.min
    key: Any = None


@dataclass(frozen=True)
class Rule:
    """What a kind of duty gives.

    Every unit gives `points`, negative for a penalty. With a tier only the first `first` units do, each further unit
    gives `more`; with `together` the tier gives `points` as a whole once it is reached, and with `short` as well where
    units are missing, less `short` for each of them but never below zero. Without `together`, `short` is taken off for
    each unit missing to `minimum`, when the period is over. `cap` is the most the rule gives, or takes, in a year.
    A `veto` rule decides the grade by itself.
    """

    kind: str
    points: Decimal
    part: str = ""
    first: Decimal | None = None
    together: bool = False
    more: Decimal = NONE
    minimum: Decimal | None = None
    short: Decimal = NONE
    cap: Decimal | None = None
    veto: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the scheme (会议期间, 闭会期间): what it starts with, and the most it can come to."""

    code: str
    base: Decimal = NONE
    cap: Decimal | None = None


@dataclass(frozen=True)
class Grade:
    """From how many points on a grade is given."""

    name: str
    at_least: Decimal


@dataclass(frozen=True)
class Scheme:
    """A point scheme: what everybody starts with, the most and the least the total can be, parts, rules, grades."""

    rules: Sequence[Rule]
    base: Decimal = NONE
    cap: Decimal | None = None
    floor: Decimal | None = None
    parts: Sequence[Part] = ()
    grades: Sequence[Grade] = ()


@dataclass(frozen=True)
class LineScore:
    """What one duty gave. The lines of a kind add up to what its rule gave, less what is missing to the minimum."""

    key: Any
    kind: str
    points: Decimal


@dataclass(frozen=True)
class RuleScore:
    """What a rule gave: units, points, what was taken for missing units, whether its cap cut something off."""

    rule: Rule
    quantity: Decimal
    points: Decimal
    shortfall: Decimal
    is_capped: bool

    @property
    def missing(self) -> Decimal:
        """Units still missing to the minimum; zero where none is asked for."""
        return max((self.rule.minimum or NONE) - self.quantity, Decimal(0))


@dataclass(frozen=True)
class PartScore:
    """A part: what was earned in it with its base, what the cap left of that, what penalties took afterwards."""

    part: Part
    earned: Decimal
    kept: Decimal
    penalties: Decimal

    @property
    def total(self) -> Decimal:
        return self.kept + self.penalties


@dataclass(frozen=True)
class Score:
    """The answer of `score`: the total and all it is made of. `grade` is empty where the scheme has no grades."""

    total: Decimal
    earned: Decimal
    penalties: Decimal
    grade: str
    vetoes: tuple[str, ...] = ()
    parts: tuple[PartScore, ...] = ()
    rules: tuple[RuleScore, ...] = ()
    lines: tuple[LineScore, ...] = field(default=(), repr=False)


def score(scheme: Scheme, duties: Iterable[Duty], *, final: bool = False) -> Score:
    """The points one deputy has by `scheme` for these duties, which are those of one period at one level.

    Arguments: quantities and points are Decimal, the order of the duties is of no importance. `final` says that the
    period is over: only then what is missing to a minimum is taken off.
    Result: rule by rule, in the order of the scheme; a duty whose kind has no rule gives 0.00. Caps cut in the order
    rule, part, whole; what a rule or a part cuts off is lost. Penalties are taken off after the cap, so that nobody is
    shielded from one by points he has too many. The total is never below `floor`.
    Rounding: every line and every shortfall has two decimals, half up; totals are sums of rounded numbers.
    Errors: ValueError for a rule that names a part the scheme does not have.
    """
    by_kind: dict[str, list[Duty]] = {}
    for duty in duties:
        by_kind.setdefault(duty.kind, []).append(duty)
    counted = [_count(rule, by_kind.get(rule.kind, ()), final) for rule in scheme.rules]
    parts = tuple(_parts(scheme, [found for found, _ in counted]))
    earned = _capped(cents(scheme.base) + sum((part.kept for part in parts), NONE), scheme.cap)
    penalties = sum((part.penalties for part in parts), NONE)
    total = earned + penalties if scheme.floor is None else max(earned + penalties, cents(scheme.floor))
    vetoes = tuple(found.rule.kind for found, _ in counted if found.rule.veto and found.quantity)
    ruled = {rule.kind for rule in scheme.rules}
    idle = [LineScore(duty.key, kind, NONE) for kind, rows in by_kind.items() if kind not in ruled for duty in rows]
    return Score(
        total=total,
        earned=earned,
        penalties=penalties,
        grade=grade_of(scheme.grades, total, bool(vetoes)),
        vetoes=vetoes,
        parts=tuple(part for part in parts if part.part.code),
        rules=tuple(found for found, _ in counted),
        lines=tuple([line for _, lines in counted for line in lines] + idle),
    )


def part_of_year(scheme: Scheme, share: Decimal) -> Scheme:
    """The scheme for a shorter period: base, floor, caps and grade lines are `share` (above 0, to 1) of the year's.

    Two decimals, half up. What a unit gives stays, and so do tiers and minimums, which count units. ValueError for
    a share out of range.
    """
    if not 0 < share <= 1:
        raise ValueError(f"a share of the year is above 0 and at most 1, not {share}")
    if share == 1:
        return scheme

    def cut(points: Decimal | None) -> Decimal | None:
        return None if points is None else cents(points * share)

    return replace(
        scheme,
        rules=[replace(rule, cap=cut(rule.cap)) for rule in scheme.rules],
        base=cents(scheme.base * share),
        cap=cut(scheme.cap),
        floor=cut(scheme.floor),
        parts=[replace(part, base=cents(part.base * share), cap=cut(part.cap)) for part in scheme.parts],
        grades=[replace(grade, at_least=cents(grade.at_least * share)) for grade in scheme.grades],
    )


def points_of(rule: Rule, quantity: Decimal) -> Decimal:
    """What so many units give by a rule, cap included; two decimals, half up."""
    if not quantity:
        return NONE
    beyond = max(quantity - rule.first, Decimal(0)) if rule.first is not None else Decimal(0)
    inside = _tier(rule, quantity) if rule.together else rule.points * (quantity - beyond)
    return _within(cents(inside + rule.more * beyond), rule.cap)


def grade_of(grades: Iterable[Grade], total: Decimal, vetoed: bool = False) -> str:
    """The best grade that is reached; the lowest with a veto; empty where there are no grades or none is reached."""
    ordered = sorted(grades, key=lambda grade: grade.at_least, reverse=True)
    if vetoed and ordered:
        return ordered[-1].name
    return next((grade.name for grade in ordered if total >= grade.at_least), "")


def ranks(totals: Sequence[Decimal]) -> list[int]:
    """The place of each total, the highest first; equal totals share a place, and the places after it are skipped."""
    places: dict[Decimal, int] = {}
    for place, total in enumerate(sorted(totals, reverse=True), 1):
        places.setdefault(total, place)
    return [places[total] for total in totals]


def cents(points: Decimal) -> Decimal:
    """Two decimals, half up."""
    return Decimal(points).quantize(CENT, rounding=ROUND_HALF_UP)


def _count(rule: Rule, duties: Sequence[Duty], final: bool) -> tuple[RuleScore, list[LineScore]]:
    """Line by line in order of their days: each gives what it adds to those before it."""
    if not duties:
        # Most rules have no line of most deputies, and a ranking asks for everybody.
        none_given = -cents(abs(rule.short) * (rule.minimum or 0)) if final and not rule.together else NONE
        return RuleScore(rule, Decimal(0), NONE, none_given, False), []
    units, given, lines = Decimal(0), NONE, []
    for duty in sorted(duties, key=lambda duty: (duty.on, str(duty.key))):
        units += duty.quantity
        now = points_of(rule, units)
        lines.append(LineScore(duty.key, rule.kind, now - given))
        given = now
    missing = max((rule.minimum or Decimal(0)) - units, Decimal(0))
    taken = -cents(abs(rule.short) * missing) if final and not rule.together else NONE
    uncapped = points_of(_without_cap(rule), units)
    return RuleScore(rule, units, given, taken, uncapped != given), lines


def _tier(rule: Rule, quantity: Decimal) -> Decimal:
    missing = max((rule.first or Decimal(0)) - quantity, Decimal(0))
    if not missing:
        return rule.points
    return max(rule.points - abs(rule.short) * missing, Decimal(0)) if rule.short else Decimal(0)


def _parts(scheme: Scheme, found: Sequence[RuleScore]) -> Iterator[PartScore]:
    """Every part, and the rules that belong to none as a part without name, base and cap."""
    parts = [*scheme.parts, Part("")]
    unknown = {row.rule.part for row in found} - {part.code for part in parts}
    if unknown:
        raise ValueError(f"unknown parts: {', '.join(sorted(unknown))}")
    for part in parts:
        rows = [row for row in found if row.rule.part == part.code]
        earned = cents(part.base) + sum((row.points for row in rows if row.points > 0), NONE)
        penalties = sum((min(row.points, NONE) + row.shortfall for row in rows), NONE)
        yield PartScore(part, earned, _capped(earned, part.cap), penalties)


def _capped(points: Decimal, cap: Decimal | None) -> Decimal:
    return points if cap is None else min(points, cents(cap))


def _within(points: Decimal, cap: Decimal | None) -> Decimal:
    return points if cap is None else max(min(points, cents(cap)), -cents(cap))


def _without_cap(rule: Rule) -> Rule:
    return Rule(rule.kind, rule.points, first=rule.first, together=rule.together, more=rule.more, short=rule.short)
