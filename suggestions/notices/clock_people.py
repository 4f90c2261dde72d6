"""Whose clock it is, level by level, for many clocks at once: the number of queries does not grow with the clocks."""

from collections.abc import Callable, Mapping, Sequence

from django.db.models import Q

from deputies.states import Level
from foundation.accounts.models import Membership
from foundation.accounts.people import leaders_in_charge, people_by_organisation, people_with
from foundation.accounts.roles import DUTY_ROLES, Role
from foundation.deadlines.models import Deadline
from foundation.workdays.clock import today
from suggestions.models import (
    Assignment,
    CarryOver,
    Commitment,
    CommitmentStatement,
    CosignerWord,
    FundProject,
    KeySupervision,
    LookBackItem,
    Suggestion,
)

DUTY, HEAD, OFFICE = 1, 2, 3
Found = Mapping[int, set[int]]
# clock → (level of the congress, township office, unit, government office in between)
Place = tuple[str, int | None, int | None, int | None]
Places = Callable[[Sequence[Deadline]], dict[int, Place]]


def of_suggestions(clocks: Sequence[Deadline]) -> dict[int, Place]:
    """Where clocks on suggestions belong; one query."""
    rows = Suggestion.objects.filter(pk__in=_subjects(clocks)).values_list("pk", "level", "township")
    known = {pk: (level, township, None, None) for pk, level, township in rows}
    return {clock.pk: known[clock.subject_id] for clock in clocks if clock.subject_id in known}


def of_cosigner_words(clocks: Sequence[Deadline]) -> dict[int, Place]:
    """Where clocks on words of co-signers belong; one query."""
    fields = ("pk", "suggestion__level", "suggestion__township")
    rows = CosignerWord.objects.filter(pk__in=_subjects(clocks)).values_list(*fields)
    known = {pk: (level, township, None, None) for pk, level, township in rows}
    return {clock.pk: known[clock.subject_id] for clock in clocks if clock.subject_id in known}


def of_assignments(clocks: Sequence[Deadline]) -> dict[int, Place]:
    """Where clocks on units' parts belong; one query."""
    fields = ("pk", "suggestion__level", "suggestion__township", "unit", "through")
    known = {pk: place for pk, *place in Assignment.objects.filter(pk__in=_subjects(clocks)).values_list(*fields)}
    return {clock.pk: tuple(known[clock.subject_id]) for clock in clocks if clock.subject_id in known}


def of_commitments(clocks: Sequence[Deadline]) -> dict[int, Place]:
    """Where clocks on promises belong; one query."""
    fields = ("pk", "suggestion__level", "suggestion__township", "assignment__unit", "assignment__through")
    known = {pk: place for pk, *place in Commitment.objects.filter(pk__in=_subjects(clocks)).values_list(*fields)}
    return {clock.pk: tuple(known[clock.subject_id]) for clock in clocks if clock.subject_id in known}


def of_promise_papers(model: type[CarryOver] | type[LookBackItem]) -> Places:
    """Where clocks on carried promises and items of a look back belong; one query."""

    def places(clocks: Sequence[Deadline]) -> dict[int, Place]:
        fields = ("pk", "suggestion__level", "suggestion__township", "assignment__unit", "assignment__through")
        known = {pk: tuple(place) for pk, *place in model.objects.filter(pk__in=_subjects(clocks)).values_list(*fields)}
        return {clock.pk: known[clock.subject_id] for clock in clocks if clock.subject_id in known}

    return places


def key_duty(clocks: Sequence[Deadline], level: int) -> Found:
    """The supervising committee, then the office, then the leader in charge of the item."""
    rows = KeySupervision.objects.filter(pk__in=_subjects(clocks)).values_list("pk", "committee", "leader")
    known = {pk: (committee, leader) for pk, committee, leader in rows}
    mine = {clock.pk: known[clock.subject_id] for clock in clocks if clock.subject_id in known}
    if level == OFFICE:
        return {pk: {leader} for pk, (_, leader) in mine.items()}
    if level == HEAD:
        clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
        return dict.fromkeys(mine, clerks)
    people = people_by_organisation(Role.COMMITTEE, {committee for committee, _ in mine.values()}, today())
    return {pk: people.get(committee, set()) for pk, (committee, _) in mine.items()}


def carrier_duty(clocks: Sequence[Deadline], level: int) -> Found:
    """Everybody who acts for the carrier of a project, then the district's clerks."""
    known = dict(FundProject.objects.filter(pk__in=_subjects(clocks)).values_list("pk", "carrier"))
    mine = {clock.pk: known[clock.subject_id] for clock in clocks if clock.subject_id in known}
    if level == OFFICE:
        clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
        return dict.fromkeys(mine, clerks)
    people = people_by_organisation(DUTY_ROLES, set(mine.values()), today())
    return {pk: people.get(carrier, set()) for pk, carrier in mine.items()}


def of_statements(clocks: Sequence[Deadline]) -> dict[int, Place]:
    """Where clocks on year-end statements belong; one query."""
    rows = CommitmentStatement.objects.filter(pk__in=_subjects(clocks)).with_home()
    known = {
        pk: (level or Level.DISTRICT, township, unit, None)
        for pk, level, township, unit in rows.values_list("pk", "home_level", "home_township", "unit")
    }
    return {clock.pk: known[clock.subject_id] for clock in clocks if clock.subject_id in known}


def unit_duty(places: Places) -> Callable[[Sequence[Deadline], int], Found]:
    """Officers, then heads, then the office and the leader in charge of the unit."""

    def recipients(clocks: Sequence[Deadline], level: int) -> Found:
        found = places(clocks)
        if level == OFFICE:
            return _merge(_offices(found), _leaders(found))
        role = Role.UNIT_OFFICER if level == DUTY else Role.UNIT_HEAD
        people = people_by_organisation(role, {unit for _, _, unit, _ in found.values() if unit}, today())
        return {pk: people.get(unit or 0, set()) for pk, (_, _, unit, _) in found.items()}

    return recipients


def office_duty(places: Places) -> Callable[[Sequence[Deadline], int], Found]:
    """The office (and the government office in between), then its secretary, then the leaders in charge of it."""

    def recipients(clocks: Sequence[Deadline], level: int) -> Found:
        found = places(clocks)
        if level == DUTY:
            return _merge(_offices(found), _government(found))
        people = _secretaries() if level == HEAD else _office_leaders()
        return {pk: set(people) for pk, (congress, *_) in found.items() if congress != Level.TOWNSHIP}

    return recipients


def government_duty(clocks: Sequence[Deadline], level: int) -> Found:
    """The government office the clock belongs to, and the liaison office once it is serious."""
    if level != DUTY:
        return _offices(of_suggestions(clocks))
    offices = {clock.organisation_id for clock in clocks if clock.organisation_id}
    people = people_by_organisation(Role.GOVERNMENT_OFFICE, offices, today())
    return {clock.pk: people.get(clock.organisation_id or 0, set()) for clock in clocks}


def named_person(places: Places) -> Callable[[Sequence[Deadline], int], Found]:
    """The person named in the clock, and the office once it is serious."""

    def recipients(clocks: Sequence[Deadline], level: int) -> Found:
        if level == OFFICE:
            return _offices(places(clocks))
        return {clock.pk: {clock.user_id} for clock in clocks if clock.user_id and level == DUTY}

    return recipients


def _offices(found: Mapping[int, Place]) -> Found:
    townships = {township for level, township, *_ in found.values() if level == Level.TOWNSHIP and township}
    local = people_by_organisation(Role.TOWNSHIP_CLERK, townships, today()) if townships else {}
    clerks = set(people_with(Role.CLERK, on=today()).values_list("pk", flat=True))
    return {
        pk: local.get(township or 0, set()) if level == Level.TOWNSHIP else clerks
        for pk, (level, township, *_) in found.items()
    }


def _government(found: Mapping[int, Place]) -> Found:
    offices = people_by_organisation(Role.GOVERNMENT_OFFICE, {via for *_, via in found.values() if via}, today())
    return {pk: offices.get(via or 0, set()) for pk, (*_, via) in found.items()}


def _leaders(found: Mapping[int, Place]) -> Found:
    """Those of the district, for its own papers: a township's are not open to them."""
    units = {pk: unit for pk, (level, _, unit, _) in found.items() if unit and level != Level.TOWNSHIP}
    leaders = leaders_in_charge(set(units.values()))
    return {pk: {leaders[unit]} for pk, unit in units.items() if unit in leaders}


def _secretaries() -> set[int]:
    return set(people_with(Role.SECRETARY, on=today()).values_list("pk", flat=True))


def _office_leaders() -> set[int]:
    clerks = Membership.objects.active_on(today()).filter(Q(role=Role.CLERK), organisation__isnull=False)
    return set(leaders_in_charge(set(clerks.values_list("organisation", flat=True))).values())


def _merge(one: Found, other: Found) -> Found:
    return {pk: one.get(pk, set()) | other.get(pk, set()) for pk in one.keys() | other.keys()}


def _subjects(clocks: Sequence[Deadline]) -> set[int]:
    return {clock.subject_id for clock in clocks}
