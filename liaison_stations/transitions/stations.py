"""A station is entered, corrected, rated and closed."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from foundation.audit import record
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from liaison_stations import rules
from liaison_stations.models import Station
from liaison_stations.states import Standard

# What a station is, its keepers do not change by themselves.
OFFICE_ONLY = frozenset({"name", "tier", "kind", "area", "covers", "opened_on", "head", "officer"})


@transaction.atomic
def enter_station(*, by: Any, at: datetime, covers: Iterable[Any] = (), **values: Any) -> Station:
    """A new station. Refused: not the office; ValidationError for the same name at the same address."""
    rules.may_manage_stations(by).require()
    station = Station(**values)
    station.full_clean()
    station.save()
    station.covers.set(covers)
    record("liaison_stations.enter_station", station, by=by, at=at, summary=f"登记{station}。")
    return station


@transaction.atomic
def amend_station(pk: Any, *, by: Any, at: datetime, version: int | None = None, **values: Any) -> Station:
    """Writes what differs; the event names the columns, the row's history keeps what stood there.

    Refused: not its keeper, a closed station, and what the office alone changes.
    """
    station = lock(Station, pk, version=version)
    rules.may_amend_station(by, station, on=timezone.localdate(at)).require()
    changed = [name for name, value in values.items() if _held(station, name) != _plain(value)]
    if OFFICE_ONLY & set(changed):
        rules.may_manage_stations(by).require()
    for name in changed:
        if name == "covers":
            station.covers.set(values[name])
        else:
            setattr(station, name, values[name])
    station.full_clean()
    if changed:
        told = "、".join(str(Station._meta.get_field(name).verbose_name) for name in changed)
        station.bump(*(name for name in changed if name != "covers"))
        record("liaison_stations.amend_station", station, by=by, at=at, summary=f"更正{told}。")
    return station


@transaction.atomic
def close_station(
    pk: Any, *, by: Any, at: datetime, closed_on: date, reason: str, version: int | None = None
) -> Station:
    """From `closed_on` the station is closed; its address names who serves the place. Its people leave the day before.

    Refused: not the office, closed already, not opened, a day before the opening.
    """
    station = lock(Station, pk, version=version)
    rules.may_manage_station(by, station, on=timezone.localdate(at)).require()
    if station.opened_on is None or closed_on <= station.opened_on:
        raise Refused("撤销日期应当晚于启用日期；尚未启用的站请先填写启用日期。", "input", field="closed_on")
    station.closed_on, station.close_reason = closed_on, reason.strip()
    station.full_clean()
    station.bump("closed_on", "close_reason")
    summary = f"自{date_text(closed_on)}起撤销：{station.close_reason}"
    record("liaison_stations.close_station", station, by=by, at=at, summary=summary)
    return station


@transaction.atomic
def set_standard(
    pk: Any, *, by: Any, at: datetime, standard: str, since: date, note: str = "", version: int | None = None
) -> Station:
    """How far the station's standardisation has come, since when; the history stands in the timeline.

    Refused: not the office, a day to come for what is built, no change.
    """
    station = lock(Station, pk, version=version)
    on = timezone.localdate(at)
    rules.may_manage_station(by, station, on=on).require()
    if standard == Standard.BUILT and since > on:
        raise Refused("达标日期不能晚于今天。", "input", field="since")
    if (station.standard, station.standard_since) == (standard, since):
        raise Refused("与现在登记的相同。", "input", field="standard")
    station.standard, station.standard_since = standard, since
    station.bump("standard", "standard_since")
    words = f"规范化建设：{Standard(standard).label}（{date_text(since)}）。{note.strip()}"
    record("liaison_stations.set_standard", station, by=by, at=at, summary=words)
    return station


def _held(station: Station, name: str) -> Any:
    return {area.pk for area in station.covers.all()} if name == "covers" else getattr(station, name)


def _plain(value: Any) -> Any:
    """Rows chosen in a form are compared by their keys."""
    return {row.pk for row in value} if hasattr(value, "__iter__") and not isinstance(value, str) else value
