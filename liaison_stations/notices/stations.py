"""Who hears of a station's people: the deputy, the keeper; whoever has no account is told by the office itself."""

from datetime import datetime
from typing import Any

from foundation.web.chinese import date_text
from liaison_stations.models import StationDeputy, StationKeeper
from liaison_stations.notices.matrix import tell


def deputy_posted(place: StationDeputy, *, by: Any, at: datetime) -> None:
    station, user = place.station, place.deputy.user_id
    if user:
        body = f"自{date_text(place.from_date)}起进驻。地址：{station.address}。接待日安排另行通知。"
        tell("deputy_posted", [user], station, f"您已进驻{station.name}", by=by, at=at, body=body, mark=place.pk)


def posting_ended(place: StationDeputy, *, by: Any, at: datetime) -> None:
    station, user = place.station, place.deputy.user_id
    if user:
        title = f"您自{date_text(place.until_date)}后不再进驻{station.name}"
        url = station.public_url
        tell("posting_ended", [user], station, title, by=by, at=at, mark=place.pk, url=url)


def keeper_appointed(keeper: StationKeeper, *, by: Any, at: datetime) -> None:
    station = keeper.station
    title = f"您自{date_text(keeper.from_date)}起管理{station.name}"
    tell("keeper_appointed", [keeper.user_id], station, title, by=by, at=at, mark=keeper.pk)


def keeper_relieved(keeper: StationKeeper, *, by: Any, at: datetime) -> None:
    station = keeper.station
    title = f"您自{date_text(keeper.until_date)}后不再管理{station.name}"
    tell("keeper_relieved", [keeper.user_id], station, title, by=by, at=at, mark=keeper.pk, url=station.public_url)
