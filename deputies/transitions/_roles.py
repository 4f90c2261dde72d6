"""The roles that rest on a seat go with the last seat and come back with a new one."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from deputies.models import Deputy, Mandate
from deputies.states import MandateStatus
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from foundation.audit import record
from foundation.web.chinese import date_text

SEAT_ROLES = (Role.DEPUTY, Role.DELEGATION_HEAD, Role.GROUP_CONVENER)


def settle_roles(deputy: Deputy, *, by: Any, at: datetime, ended_on: date | None = None) -> None:
    """Brings the roles of a locked deputy's account into line with his seats; nothing for one without an account.

    A suspended seat still counts: it may be taken up again. `ended_on` is the first day without the seat that has just
    ended; with the last seat the roles end on the day before, or on their own first day where that is later.
    """
    if deputy.user_id is None:
        return
    day = ended_on or timezone.localdate(at)
    if _seats(deputy, day):
        give_role(deputy, by=by, at=at)
    else:
        _end(deputy, day, by=by, at=at)


def give_role(deputy: Deputy, *, by: Any, at: datetime) -> None:
    """The role of a deputy from the day of `at` on, unless his account holds it then or later."""
    on = timezone.localdate(at)
    if not _held(deputy, on).filter(role=Role.DEPUTY).exists():
        Membership.objects.create(user=deputy.user, role=Role.DEPUTY, from_date=on)
        summary = f"{deputy.name}的账号自{date_text(on)}起具有“{Role.DEPUTY.label}”角色。"
        record("deputies.give_role", deputy, by=by, at=at, summary=summary, visibility="office")


def _end(deputy: Deputy, ended_on: date, *, by: Any, at: datetime) -> None:
    for membership in _held(deputy, ended_on):
        membership.until_date = max(membership.from_date, ended_on - timedelta(days=1))
        membership.save(update_fields=["until_date"])
        until = date_text(membership.until_date)
        summary = f"{deputy.name}已无代表职务，账号的“{membership.get_role_display()}”角色至{until}止。"
        record("deputies.end_role", deputy, by=by, at=at, summary=summary, visibility="office")


def _seats(deputy: Deputy, on: date) -> bool:
    running = Q(term__ends_on__isnull=True) | Q(term__ends_on__gte=on)
    return Mandate.objects.filter(running, deputy=deputy).exclude(status=MandateStatus.ENDED).exists()


def _held(deputy: Deputy, on: date) -> Any:
    """Roles resting on the seat that are in force on `on` or begin later."""
    open_end = Q(until_date__isnull=True) | Q(until_date__gte=on)
    return Membership.objects.filter(open_end, user=deputy.user_id, role__in=SEAT_ROLES)
