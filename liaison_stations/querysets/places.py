"""Whose matter is a place (我家归谁): its stations and its deputies."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from deputies.models import Area, AreaKind, Mandate


@dataclass(frozen=True)
class Place:
    """The answer for one area: open stations and serving deputies, those nearest to it first."""

    area: Any
    stations: list[Any]
    seats: list[Mandate]


def for_place(area: Area, *, on: date) -> Place:
    """The stations and deputies of a village, community, township or street on the day `on`.

    A village without a station of its own is served by those of its township or street; a village no constituency
    names is represented by the deputies of its township's or street's delegation.
    """
    return Place(area, list(_stations(area, on)), list(_seats(area, on)))


def _stations(area: Area, on: date) -> QuerySet:
    rows = apps.get_model("liaison_stations", "Station").objects.public_on(on).register_rows().in_order()
    for nearest in _upwards(area):
        found = rows.serving(nearest)
        if found.exists():
            return found
    return rows.none()


def _seats(area: Area, on: date) -> QuerySet[Mandate]:
    rows = Mandate.objects.at_home().serving_on(on).select_related("deputy", "delegation", "constituency")
    rows = rows.order_by("deputy__pinyin_key", "pk")
    for nearest in _upwards(area):
        for where in (Q(constituency__area=nearest), Q(delegation__area=nearest)):
            if rows.filter(where).exists():
                return rows.filter(where)
    return rows.none()


def _upwards(area: Area) -> list[Area]:
    """The area and the township or street it lies in; never the whole district."""
    return [place for place in (area, area.parent) if place and place.kind != AreaKind.DISTRICT]
