"""Who a signed-in person is as a deputy. Stands below the models, so it asks for them by name."""

from datetime import date
from functools import cache
from typing import Any

from django.apps import apps

from deputies.states import Level
from foundation.statements.bundle import DAY, KEY, Bundle
from foundation.workdays.clock import today

PLACES = ("delegation__area", "term__congress__area")


def all_mandates_of(user: Any) -> frozenset[int]:
    """Ids of every mandate `user` holds or held. One query for the life of the user object."""
    return frozenset(seat.pk for seat in _seats_of(user, today()))


def mandates_of(user: Any, on: date) -> list[Any]:
    """The mandates (with delegation and term) that `user` serves on the day `on`; empty for anybody else.

    One query per user object and day: rules, lists and cards of one request ask this many times.
    """
    return [seat for seat in _seats_of(user, on) if seat.serves]


def _seats_of(user: Any, on: date) -> list[Any]:
    """Every mandate of the person, marked with `serves` for the day `on`."""
    if not user.is_authenticated:
        return []
    known = user.__dict__.setdefault("_seats_on", {})
    if on not in known:
        known[on] = _seats().fetch(key=user.pk, day=on)["seats"]
    return known[on]


@cache
def _seats() -> Bundle:
    rows = apps.get_model("deputies", "Mandate").objects.filter(deputy__user=KEY)
    return Bundle({"seats": (rows.with_service_on(DAY).select_related(*PLACES), ())})


def township_office_of(mandate: Any) -> int | None:
    """Id of the presidium's office of a township seat: of its congress, or, kept in the district's register, of the
    delegation's area. None where the office has not been entered."""
    congress = mandate.term.congress
    home = congress.area if congress.level == Level.TOWNSHIP else getattr(mandate.delegation, "area", None)
    return home.organisation_id if home else None


def delegations_of(user: Any, on: date) -> set[int]:
    """Ids of the delegations that `user` sits in on the day `on`."""
    return {mandate.delegation_id for mandate in mandates_of(user, on) if mandate.delegation_id}


def groups_of(user: Any, on: date) -> set[int]:
    """Ids of the deputy groups that `user` belongs to on the day `on`."""
    return {mandate.group_id for mandate in mandates_of(user, on) if mandate.group_id}
