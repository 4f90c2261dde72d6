"""From the words of the matrix to people. Each group costs one or two queries, however many people are in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from deputies.states import Level
from foundation.accounts import people as accounts
from foundation.accounts.models import User
from foundation.accounts.people import people_with
from foundation.accounts.roles import Role
from suggestions.models import Assignment, Cosigner, KeySupervision
from suggestions.notices import matrix
from suggestions.rules.relations import UNIT as UNIT_ROLES
from suggestions.states import AssignmentState, CosignerState, UnitRole


@dataclass(frozen=True)
class Scene:
    """What an event is about: the suggestion, and the unit's part or the co-signer where one is concerned.

    An assignment meeting stands in its place where only the office is told.
    """

    suggestion: Any
    on: date
    assignment: Assignment | None = None
    cosigner: Cosigner | None = None
    key: KeySupervision | None = None


def office(scene: Scene) -> QuerySet[User]:
    """The clerks who keep this suggestion."""
    if scene.suggestion.level == Level.TOWNSHIP:
        return people_with(Role.TOWNSHIP_CLERK, scene.suggestion.township_id or 0, on=scene.on)
    return people_with(Role.CLERK, on=scene.on)


def committee(scene: Scene) -> QuerySet[User]:
    return people_with(Role.COMMITTEE, scene.suggestion.supervising_committee_id or 0, on=scene.on)


def government(scene: Scene) -> QuerySet[User]:
    """The government office, for the parts that went through it."""
    rows = scene.suggestion.assignments.exclude(through=None)
    rows = rows.filter(pk=scene.assignment.pk) if scene.assignment else rows
    return _of_organisations((Role.GOVERNMENT_OFFICE,), rows.values_list("through", flat=True), scene.on)


def distributor(scene: Scene) -> QuerySet[User]:
    """The government office a suggestion lies with until it is distributed."""
    paper = scene.suggestion.open_hand_over
    return people_with(Role.GOVERNMENT_OFFICE, paper.office_id if paper else 0, on=scene.on)


def checker(scene: Scene) -> QuerySet[User]:
    """Who looks at a signed reply: the government office where it is in between, else the liaison office."""
    through = scene.assignment.through_id if scene.assignment else None
    return people_with(Role.GOVERNMENT_OFFICE, through, on=scene.on) if through else office(scene)


def unit(scene: Scene) -> QuerySet[User]:
    return people_with(UNIT_ROLES, scene.assignment.unit_id if scene.assignment else 0, on=scene.on)


def units(scene: Scene) -> QuerySet[User]:
    rows = scene.suggestion.assignments.exclude(state=AssignmentState.RELEASED)
    return _of_organisations(UNIT_ROLES, rows.values_list("unit", flat=True), scene.on)


def lead_unit(scene: Scene) -> QuerySet[User]:
    rows = scene.suggestion.answering_assignments().filter(role=UnitRole.LEAD)
    return _of_organisations(UNIT_ROLES, rows.values_list("unit", flat=True), scene.on)


def vice_chairs(scene: Scene) -> QuerySet[User]:
    """The leader in charge of the unit; every vice-chair where nobody is."""
    unit = scene.assignment.unit if scene.assignment else None
    if unit and unit.leader_in_charge_id:
        return User.objects.active().filter(pk=unit.leader_in_charge_id)
    return people_with(Role.VICE_CHAIR, on=scene.on)


def key_leader(scene: Scene) -> QuerySet[User]:
    """The chair or vice-chair in the lead of a key item."""
    return User.objects.active().filter(pk=scene.key.leader_id if scene.key else 0)


def key_committee(scene: Scene) -> QuerySet[User]:
    return people_with(Role.COMMITTEE, scene.key.committee_id if scene.key else 0, on=scene.on)


def lead(scene: Scene) -> QuerySet[User]:
    return User.objects.active().filter(deputy__mandates=scene.suggestion.lead_id)


def cosigners(scene: Scene) -> QuerySet[User]:
    signed = scene.suggestion.cosigners.filter(state=CosignerState.CONFIRMED)
    return User.objects.active().filter(deputy__mandates__in=signed.values("mandate"))


def this_cosigner(scene: Scene) -> QuerySet[User]:
    return User.objects.active().filter(deputy__mandates=scene.cosigner.mandate_id if scene.cosigner else 0)


GROUPS: dict[str, Callable[[Scene], QuerySet[User]]] = {
    matrix.LEAD: lead,
    matrix.COSIGNERS: cosigners,
    matrix.THIS_COSIGNER: this_cosigner,
    matrix.OFFICE: office,
    matrix.COMMITTEE: committee,
    matrix.GOVERNMENT: government,
    matrix.CHECKER: checker,
    matrix.DISTRIBUTOR: distributor,
    matrix.UNIT: unit,
    matrix.UNITS: units,
    matrix.LEAD_UNIT: lead_unit,
    matrix.VICE_CHAIRS: vice_chairs,
    matrix.KEY_LEADER: key_leader,
    matrix.KEY_COMMITTEE: key_committee,
}


def people(groups: Iterable[str], scene: Scene, *, besides: Any = None) -> set[int]:
    """Ids of everybody in the groups and of those standing in for them; the office when that is nobody (L4).

    A township without a clerk of its own is looked after by the district's.
    """
    found = {key for group in groups for key in GROUPS[group](scene).values_list("pk", flat=True)}
    found = found or set(office(scene).values_list("pk", flat=True))
    return with_substitutes(found, scene.on) - {getattr(besides, "pk", None)}


def with_substitutes(found: set[int], on: date) -> set[int]:
    """These people, the district's clerks when that is nobody, and whoever stands in for one of them."""
    return accounts.with_substitutes(found or people_with(Role.CLERK, on=on).values_list("pk", flat=True), on)


def _of_organisations(roles: tuple[str, ...], organisations: Iterable[int], on: date) -> QuerySet[User]:
    wanted = list(organisations)
    return (
        people_with(roles, on=on).filter(memberships__organisation__in=wanted, memberships__role__in=roles).distinct()
    )
