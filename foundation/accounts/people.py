"""Who holds a role: the questions notices and reminders ask, in a constant number of queries."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from foundation.accounts.models import Membership, Organisation, Substitute, User
from foundation.workdays.clock import today


def people_with(
    role: str | Iterable[str], organisation: Organisation | int | None = None, on: date | None = None
) -> QuerySet[User]:
    """Active accounts that hold `role` (or any of several) on `on`, in `organisation` when one is given."""
    held = Membership.objects.active_on(on or today()).filter(role__in=[role] if isinstance(role, str) else list(role))
    if organisation is not None:
        held = held.filter(organisation=organisation)
    return User.objects.active().filter(pk__in=held.values("user"))


def people_by_organisation(
    role: str | Iterable[str], organisation_ids: Iterable[int], on: date | None = None
) -> dict[int, set[int]]:
    """Organisation id → ids of the active people who hold `role` (or any of several) there on `on`. One query."""
    wanted = set(organisation_ids)
    found: dict[int, set[int]] = {organisation_id: set() for organisation_id in wanted}
    held = Membership.objects.active_on(on or today()).filter(
        role__in=[role] if isinstance(role, str) else list(role), organisation__in=wanted, user__is_active=True
    )
    for organisation_id, user_id in held.values_list("organisation_id", "user_id"):
        found[organisation_id].add(user_id)
    return found


def leaders_in_charge(organisation_ids: Iterable[int]) -> dict[int, int]:
    """Organisation id → id of the leader in charge, where there is one whose account is open. One query."""
    rows = Organisation.objects.filter(pk__in=set(organisation_ids), leader_in_charge__is_active=True)
    return dict(rows.values_list("id", "leader_in_charge_id"))


def principals_of(user: User, on: date | None = None) -> QuerySet[User]:
    """The people whom `user` stands in for on `on`."""
    standing = Substitute.objects.active_on(on or today()).filter(substitute=user)
    return User.objects.active().filter(pk__in=standing.values("principal"))


def expand(user: User, on: date | None = None) -> set[int]:
    """Ids of `user` and of whoever stands in for him on `on`: the people who should hear what he should hear."""
    standing: Any = Substitute.objects.active_on(on or today()).filter(principal=user, substitute__is_active=True)
    return {user.pk, *standing.values_list("substitute_id", flat=True)}


def with_substitutes(found: Iterable[int], on: date) -> set[int]:
    """Ids of these people and of whoever stands in for one of them on `on`. One query."""
    people = set(found)
    standing: Any = Substitute.objects.active_on(on).filter(principal__in=people, substitute__is_active=True)
    return people | set(standing.values_list("substitute_id", flat=True))
