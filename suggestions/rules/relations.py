"""Who a person is to a suggestion. Reached through the objects at hand; what a page asks often costs no query twice."""

from datetime import date
from typing import Any

from deputies.people import all_mandates_of, mandates_of, township_office_of
from deputies.states import Level
from foundation.accounts.roles import Role
from suggestions.states import CosignerState

DISTRICT_OFFICE = (Role.CLERK, Role.SECRETARY)
# They see what is registered; they do not act on it here.
WHOLE_DISTRICT = (Role.CHAIR, Role.VICE_CHAIR, Role.SC_MEMBER)
# A committee watches what it supervises alone.
WATCHERS = (*WHOLE_DISTRICT, Role.COMMITTEE)
UNIT = (Role.UNIT_OFFICER, Role.UNIT_HEAD)
# Signed along, or asked to: these deputies may read a text that is not yet registered.
PARTAKING = (CosignerState.INVITED, CosignerState.CONFIRMED, CosignerState.DECLINED)


def own_mandates(user: Any) -> frozenset[int]:
    """Ids of every mandate this person holds or held."""
    return all_mandates_of(user)


def standing(user: Any, on: date) -> tuple[Any, ...]:
    """All that decides what the rules and lists of the room open to this person on that day, as a key."""
    held = frozenset((post.role, post.organisation_id) for post in user.memberships_on(on))
    seats = frozenset((seat.pk, seat.level, seat.delegation_id, seat.group_id) for seat in mandates_of(user, on))
    townships = frozenset(map(township_office_of, mandates_of(user, on)))
    # A substitute works with his principal's rights, save where a list is open to its people alone.
    stands_in = getattr(user.acted_by, "pk", None)
    return user.pk, stands_in, on, held, own_mandates(user), seats, townships


def is_lead(user: Any, suggestion: Any) -> bool:
    """Whether `user` is the lead deputy in person, also after his mandate ended."""
    return suggestion.lead_id in own_mandates(user)


def is_serving(user: Any, mandate_id: int, on: date) -> bool:
    """Whether `user` exercises this very mandate on `on`."""
    return any(mandate.pk == mandate_id for mandate in mandates_of(user, on))


def is_partaking(user: Any, suggestion: Any) -> bool:
    """Lead, co-signer, or invited to be one."""
    mine = own_mandates(user)
    if suggestion.lead_id in mine:
        return True
    return bool(mine) and any(row.mandate_id in mine and row.state in PARTAKING for row in suggestion.cosigners.all())


def is_office(user: Any, suggestion: Any, on: date) -> bool:
    """Whether `user` keeps this suggestion: the district's liaison clerk, or the clerk of its own township."""
    if suggestion.level == Level.TOWNSHIP:
        return suggestion.township_id in user.organisations(Role.TOWNSHIP_CLERK, on=on)
    return user.has_role(Role.CLERK, on=on)


def is_government_office(user: Any, assignment: Any, on: date) -> bool:
    """Whether the assignment went through the government office in which `user` works."""
    return assignment.through_id is not None and assignment.through_id in user.organisations(
        Role.GOVERNMENT_OFFICE, on=on
    )


def is_assigner(user: Any, assignment: Any, on: date) -> bool:
    """Whoever may decide about this unit's part: the office, or the government office it went through."""
    return is_office(user, assignment.suggestion, on) or is_government_office(user, assignment, on)


def is_unit(user: Any, assignment: Any, on: date) -> bool:
    """Whether `user` is an officer or the head of the assigned unit."""
    return assignment.unit_id in user.organisations(*UNIT, on=on)


def is_unit_head(user: Any, assignment: Any, on: date) -> bool:
    return assignment.unit_id in user.organisations(Role.UNIT_HEAD, on=on)


def is_lead_unit_of(user: Any, assignment: Any, on: date) -> bool:
    """Whether `user` belongs to the lead unit of the suggestion that `assignment` is a part of."""
    units = user.organisations(*UNIT, on=on)
    lead = assignment.suggestion.lead_part() if units else None
    return lead is not None and lead.unit_id in units


def is_handler(user: Any, suggestion: Any, on: date) -> bool:
    """Whether `user` works in a unit that has, or had, a part of the suggestion."""
    units = user.organisations(*UNIT, on=on)
    return bool(units) and suggestion.assignments.filter(unit__in=units).exists()


def acts_for_another(user: Any) -> bool:
    """Whether somebody else sits at the keyboard in this person's name."""
    return getattr(user, "acted_by", None) is not None
