"""How far each role sees, as conditions on suggestions. `visible_to` of every noun of the room is made of these."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from deputies.people import delegations_of, groups_of, mandates_of, township_office_of
from deputies.states import Level
from foundation.accounts.roles import Role
from foundation.workdays.clock import today
from suggestions.rules.relations import DISTRICT_OFFICE, PARTAKING, UNIT, WHOLE_DISTRICT, own_mandates
from suggestions.states import PRIVATE, REGISTERED_ONWARD, AssignmentState, KeyState, SuggestionState

NOTHING = Q(pk__in=[])
# A draft that was given up was never anybody else's business.
HANDED_IN = ~Q(state__in=PRIVATE) & ~Q(state=SuggestionState.WITHDRAWN, submitted_at__isnull=True)
REGISTERED = Q(state__in=REGISTERED_ONWARD)


def any_of(conditions: list[Q]) -> Q:
    """At least one of the conditions; nothing at all when there is none."""
    return reduce(or_, conditions) if conditions else NOTHING


def proposer(user: Any, model: Any) -> list[Q]:
    """What the person leads, signed along or is asked to sign."""
    mine = own_mandates(user)
    if not mine:
        return []
    cosigned = related(model, "cosigners").filter(mandate__in=mine, state__in=PARTAKING)
    return [Q(lead__in=mine), Q(pk__in=cosigned.values("suggestion"))]


def keeper(user: Any) -> list[Q]:
    """Offices, leaders, committees, and the heads of delegations and groups."""
    found = []
    if user.has_role(*DISTRICT_OFFICE):
        found.append(Q(level=Level.DISTRICT) & HANDED_IN)
    elif user.has_role(*WHOLE_DISTRICT):
        found.append(Q(level=Level.DISTRICT) & REGISTERED)
    if committees := user.organisations(Role.COMMITTEE):
        found.append(Q(level=Level.DISTRICT, supervising_committee__in=committees) & REGISTERED)
        found.append(Q(pk__in=_key_items(committees)) & REGISTERED)
    if townships := user.organisations(Role.TOWNSHIP_CLERK):
        found.append(Q(level=Level.TOWNSHIP, township__in=townships) & HANDED_IN)
    if user.has_role(Role.DELEGATION_HEAD) and (delegations := delegations_of(user, today())):
        found.append(Q(level=Level.DISTRICT, delegation__in=delegations) & HANDED_IN)
    if user.has_role(Role.GROUP_CONVENER) and (groups := groups_of(user, today())):
        found.append(Q(level=Level.DISTRICT, lead__group__in=groups) & HANDED_IN)
    return found


def clerk(user: Any) -> list[Q]:
    """What the person keeps himself: the district's clerk, or the clerk of a township."""
    found = [Q(level=Level.DISTRICT) & HANDED_IN] if user.has_role(Role.CLERK) else []
    if townships := user.organisations(Role.TOWNSHIP_CLERK):
        found.append(Q(level=Level.TOWNSHIP, township__in=townships) & HANDED_IN)
    return found


def _key_items(committees: Iterable[int]) -> Any:
    """What the council of chairpersons gave these committees to supervise, whatever its category."""
    rows = apps.get_model("suggestions", "KeySupervision")._base_manager.exclude(state=KeyState.REMOVED)
    return rows.filter(committee__in=committees).values("suggestion")


def colleague(user: Any) -> list[Q]:
    """What is registered is open to the deputies of the same congress."""
    mandates = mandates_of(user, today())
    # Seats of several townships may be kept under one term; each congress is still a house of its own.
    offices = {township_office_of(seat) for seat in mandates if seat.level == Level.TOWNSHIP} - {None}
    found = [Q(level=Level.TOWNSHIP, township__in=offices) & REGISTERED] if offices else []
    if any(mandate.level == Level.DISTRICT for mandate in mandates):
        found.append(Q(level=Level.DISTRICT) & REGISTERED)
    return found


def own_assignments(user: Any, model: Any) -> Any:
    """Assignments of the units this person works in and that went through his government office; None for others."""
    units, offices = user.organisations(*UNIT), user.organisations(Role.GOVERNMENT_OFFICE)
    if not units and not offices:
        return None
    rows = model._base_manager.exclude(state=AssignmentState.RELEASED)
    return rows.filter(Q(unit__in=units) | Q(through__in=offices)) if offices else rows.filter(unit__in=units)


def handler(user: Any, model: Any) -> list[Q]:
    """What a unit, or the government office for the units under it, has on its desk."""
    rows = own_assignments(user, model._meta.get_field("assignments").related_model)
    if rows is None:
        return []
    offices = user.organisations(Role.GOVERNMENT_OFFICE)
    if not offices:
        return [Q(pk__in=rows.values("suggestion"))]
    handed = related(model, "hand_overs").filter(office__in=offices, distributed_at=None, returned_at=None)
    # Nearly every case is one of these, and the planner is to expect so: asked case by case, while an OR of two lists
    # would be collected first.
    found = (papers.filter(suggestion=OuterRef("pk")).values("suggestion")[:1] for papers in (rows, handed))
    return [Q(IsNull(Coalesce(*(Subquery(papers) for papers in found)), False))]


def related(model: Any, name: str) -> Any:
    """All rows of a relation of `model`, without importing the model that stands above."""
    return model._meta.get_field(name).related_model._base_manager.all()
