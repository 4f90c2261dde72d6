"""Deputies are posted to a station and leave it; keepers are appointed and relieved. Nothing is deleted."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deputies.models import Deputy, Mandate
from foundation.accounts.models import User
from foundation.accounts.roles import Role
from foundation.audit import record
from foundation.web.chinese import date_text
from foundation.workflow import Refused, lock
from liaison_stations import rules
from liaison_stations.models import Station, StationDeputy, StationKeeper
from liaison_stations.notices import stations as notices


@transaction.atomic
def post_deputies(
    pk: Any, *, by: Any, at: datetime, deputies: Iterable[Deputy], from_date: date, version: int | None = None
) -> Station:
    """From `from_date` these deputies stand on the station's wall and take their turns. Each hears.

    Refused: neither office nor its township, nobody chosen, no seat here on that day, or posted here already.
    """
    station = lock(Station, pk, version=version)
    rules.may_staff(by, station, on=timezone.localdate(at)).require()
    wanted = sorted({deputy.pk for deputy in deputies})
    if not wanted:
        raise Refused("请至少选择一名代表。", "input", field="deputies")
    serving = {seat.deputy_id: seat.deputy for seat in _serving(wanted, from_date)}
    if missing := [deputy for deputy in wanted if deputy not in serving]:
        names = "、".join(Deputy.objects.filter(pk__in=missing).values_list("name", flat=True))
        raise Refused(f"{names}在{date_text(from_date)}不是本级在任代表。", "input", field="deputies")
    for deputy in wanted:
        place = StationDeputy(station=station, deputy=serving[deputy], from_date=from_date)
        place.full_clean()
        place.save()
        notices.deputy_posted(place, by=by, at=at)
    names = "、".join(serving[deputy].name for deputy in wanted)
    record(
        "liaison_stations.post_deputies",
        station,
        by=by,
        at=at,
        summary=f"自{date_text(from_date)}起进站代表：{names}。",
    )
    station.bump()
    return station


@transaction.atomic
def end_place(pk: Any, *, by: Any, at: datetime, until: date, version: int | None = None) -> Station:
    """`until` is the deputy's last day at the station; he hears. Refused: before he came, ended already."""
    place = lock(StationDeputy, pk)
    station = lock(Station, place.station_id, version=version)
    rules.may_staff(by, station, on=timezone.localdate(at)).require()
    _end(place, until, "进站日期")
    notices.posting_ended(place, by=by, at=at)
    summary = f"{place.deputy.name}代表自{date_text(until)}后不再进驻。"
    record("liaison_stations.end_place", station, by=by, at=at, summary=summary)
    station.bump()
    return station


@transaction.atomic
def appoint_keeper(
    pk: Any, *, by: Any, at: datetime, user: User, from_date: date, version: int | None = None
) -> Station:
    """`user` keeps the station from `from_date`; he hears.

    Refused: neither office nor its township, an account without the role of a keeper on that day, appointed already.
    """
    station = lock(Station, pk, version=version)
    rules.may_staff(by, station, on=timezone.localdate(at)).require()
    if not user.has_role(Role.STATION_KEEPER, on=from_date):
        reason = f"{user.name}在{date_text(from_date)}没有“联络站管理员”角色，请先由安全管理员授予。"
        raise Refused(reason, "input", field="user")
    keeper = StationKeeper(station=station, user=user, from_date=from_date)
    keeper.full_clean()
    keeper.save()
    notices.keeper_appointed(keeper, by=by, at=at)
    summary = f"{user.name}自{date_text(from_date)}起任管理员。"
    record("liaison_stations.appoint_keeper", station, by=by, at=at, summary=summary)
    station.bump()
    return station


@transaction.atomic
def relieve_keeper(pk: Any, *, by: Any, at: datetime, until: date, version: int | None = None) -> Station:
    """`until` is the keeper's last day; he hears. Refused: before his first day, ended already."""
    keeper = lock(StationKeeper, pk)
    station = lock(Station, keeper.station_id, version=version)
    rules.may_staff(by, station, on=timezone.localdate(at)).require()
    _end(keeper, until, "起始日期")
    notices.keeper_relieved(keeper, by=by, at=at)
    summary = f"{keeper.user.name}自{date_text(until)}后不再任管理员。"
    record("liaison_stations.relieve_keeper", station, by=by, at=at, summary=summary)
    station.bump()
    return station


def _end(row: Any, until: date, first: str) -> None:
    if row.until_date is not None:
        raise Refused(f"已登记至{date_text(row.until_date)}止。", "state")
    if until < row.from_date:
        raise Refused(f"截止日期不能早于{first}{date_text(row.from_date)}。", "input", field="until")
    row.until_date = until
    row.save(update_fields=["until_date"])


def _serving(deputies: list[int], on: date) -> Any:
    seats = Mandate.objects.at_home().serving_on(on).filter(deputy__in=deputies)
    return seats.select_related("deputy")
