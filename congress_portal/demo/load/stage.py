"""Everything the story of the years needs at hand, read once."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from congress_portal.demo.district import UNITS
from deputies.models import Delegation, Level, Mandate, Meeting, Term
from foundation.accounts.models import Membership, Organisation, User
from foundation.accounts.roles import HANDLING_KINDS, OrganisationKind, Role
from foundation.workdays.calendar import current_calendar
from suggestions.models import Category, NumberFormat, RefusalGround, ResultClass
from suggestions.states import SeriesKind

SESSION_DAYS = 3
SESSIONS_A_TERM = 5


@dataclass
class Stage:
    """The cast and the dictionaries. `sittings` are the sessions the story begins with, oldest first."""

    day: date
    sittings: list[Meeting]
    units: list[Organisation]
    unit_of: dict[str, Organisation]
    government: int
    clerk: User
    officers: dict[int, User]
    heads: dict[int, User]
    mandates: dict[int, list[Mandate]]
    categories: dict[str, Category]
    classes: dict[str, ResultClass]
    ground: RefusalGround
    formats: dict[str, NumberFormat]
    workday_of: dict[date, date] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """The end of the last day of the story."""
        return self.moment(self.day, 18)

    def moment(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone.get_default_timezone())

    def later(self, random: Random, at: datetime, low: int, high: int) -> datetime:
        """A working hour between `low` and `high` days after `at`."""
        day = at.date() + timedelta(days=random.randint(low, high))
        if day not in self.workday_of:
            self.workday_of[day] = current_calendar().next_workday(day)
        return max(
            at + timedelta(minutes=5), self.moment(self.workday_of[day], random.randint(8, 17), random.randint(0, 59))
        )


def stage_for(day: date, years: int) -> Stage:
    """Reads the district as it is, after adding the terms and sessions of `years` years before `day`."""
    sittings = _sittings(day, years)
    units = list(Organisation.objects.active().filter(kind__in=HANDLING_KINDS - {OrganisationKind.GOVERNMENT_OFFICE}))
    units = [unit for unit in units if unit.kind in (OrganisationKind.HANDLING_UNIT, OrganisationKind.PARTY_BODY)]
    by_name = {unit.name: unit for unit in units}
    return Stage(
        day=day,
        sittings=sittings,
        units=sorted(units, key=lambda unit: unit.name),
        unit_of={key: by_name[f"示范区{name}"] for key, name in UNITS.items()},
        government=Organisation.objects.of_kind(OrganisationKind.GOVERNMENT_OFFICE).order_by("pk")[0].pk,
        clerk=User.objects.get(username="lianluo1"),
        officers=_people(Role.UNIT_OFFICER),
        heads=_people(Role.UNIT_HEAD),
        mandates={one.term_id: _mandates(one.term) for one in sittings},
        categories={row.code: row for row in Category.objects.on(day)},
        classes={row.code: row for row in ResultClass.objects.of_term(None, day)},
        ground=RefusalGround.objects.on(day).order_by("pk")[0],
        formats={kind: _format(kind, day) for kind in (SeriesKind.SESSION, SeriesKind.RECESS)},
    )


def _people(role: str) -> dict[int, User]:
    rows = Membership.objects.filter(role=role).select_related("user").order_by("-pk")
    return {row.organisation_id: row.user for row in rows}


def _format(kind: str, day: date) -> Any:
    return NumberFormat.objects.latest_on(day, kind=kind)


def _mandates(term: Term) -> list[Mandate]:
    rows = Mandate.objects.filter(term=term, level=Level.DISTRICT).select_related("deputy__user", "delegation")
    return list(rows.order_by("deputy__certificate_no"))


def _sittings(day: date, years: int) -> list[Meeting]:
    """One session a year, each on about the same days as this year's; earlier terms are added as needed."""
    latest = Meeting.objects.latest_session(Term.objects.current())
    found = [latest]
    for back in range(1, years):
        terms_back = max(0, -(-(back - latest.number + 1) // SESSIONS_A_TERM))
        opens = latest.opens_on - timedelta(days=365 * back)
        number = latest.number - back + terms_back * SESSIONS_A_TERM
        dates = {"opens_on": opens, "closes_on": opens + timedelta(days=SESSION_DAYS)}
        term = _term_before(latest.term, terms_back)
        found.append(Meeting.objects.get_or_create(term=term, kind="session", number=number, defaults=dates)[0])
    return found[::-1]


def _term_before(term: Term, steps: int) -> Term:
    """The term `steps` before `term`, made after the pattern of the one that follows it where it is missing."""
    for _ in range(steps):
        starts = term.starts_on.replace(year=term.starts_on.year - SESSIONS_A_TERM)
        defaults = {"starts_on": starts, "ends_on": term.starts_on - timedelta(days=1)}
        earlier, made = Term.objects.get_or_create(congress=term.congress, number=term.number - 1, defaults=defaults)
        if made:
            _seats_before(earlier, term)
        term = earlier
    return term


def _seats_before(term: Term, following: Term) -> None:
    """The same deputies under the same delegations as in the term that followed."""
    delegations = {
        row.name: Delegation.objects.create(term=term, name=row.name, area=row.area, order=row.order)
        for row in Delegation.objects.filter(term=following)
    }
    Mandate.objects.bulk_create(
        Mandate(deputy=row.deputy, term=term, level=row.level, delegation=delegations[row.delegation.name])
        for row in _mandates(following)
    )
