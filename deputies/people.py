"""Who a signed-in person is as a deputy. Reached through the user's own relation, so it stands below the models."""

from datetime import date
from typing import Any

from deputies.states import Level


def all_mandates_of(user: Any) -> frozenset[int]:
    """Ids of every mandate `user` holds or held. One query for the life of the user object."""
    if not user.is_authenticated:
        return frozenset()
    known = user.__dict__.get("_all_mandates")
    if known is None:
        known = frozenset(_mandates(user).order_by().values_list("pk", flat=True))
        user.__dict__["_all_mandates"] = known
    return known


def mandates_of(user: Any, on: date) -> list[Any]:
    """The mandates (with delegation and term) that `user` serves on the day `on`; empty for anybody else.

    One query per user object and day: rules, lists and cards of one request ask this many times.
    """
    known = user.__dict__.setdefault("_mandates_on", {})
    if on not in known:
        places = ("delegation__area", "term__congress__area")
        known[on] = list(_mandates(user).serving_on(on).select_related(*places)) if all_mandates_of(user) else []
    return known[on]


def _mandates(user: Any) -> Any:
    deputies = user._meta.get_field("deputy").related_model
    return deputies._meta.get_field("mandates").related_model.objects.of_user(user)


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
