"""Who a signed-in person is as a deputy. Reached through the user's own relation, so it stands below the models."""

from datetime import date
from typing import Any


def mandates_of(user: Any, on: date) -> list[Any]:
    """The mandates (with delegation and term) that `user` serves on the day `on`; empty for anybody else.

    One query per user object and day: rules, lists and cards of one request ask this many times.
    """
    known = user.__dict__.setdefault("_mandates_on", {})
    if on not in known:
        person = getattr(user, "deputy", None)
        rows = person.mandates.serving_on(on).select_related("delegation", "term") if person else ()
        known[on] = list(rows)
    return known[on]


def delegations_of(user: Any, on: date) -> set[int]:
    """Ids of the delegations that `user` sits in on the day `on`."""
    return {mandate.delegation_id for mandate in mandates_of(user, on) if mandate.delegation_id}


def groups_of(user: Any, on: date) -> set[int]:
    """Ids of the deputy groups that `user` belongs to on the day `on`."""
    return {mandate.group_id for mandate in mandates_of(user, on) if mandate.group_id}
