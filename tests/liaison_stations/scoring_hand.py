"""Scorings for tests, as far on their way as a test needs them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from deputies.models import Area
from liaison_stations.models import Score, ScoreRound, ScoreTable, Station, StationKeeper
from liaison_stations.transitions import scoring as act
from liaison_stations.transitions.scoring import Given
from tests.liaison_stations import net

AT = datetime(2026, 11, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = AT.replace(day=20)
DUE = date(2026, 11, 10)
GOOD = ("14", "9", "18", "14", "19", "9", "4", "5")
FAIR = ("10", "8", "15", "12", "15", "8", "2", "3")


def station(name: str, area: str, **facts: Any) -> Station:
    """An open station at 青石镇 or 城关街道."""
    return net.station(name, Area.objects.get(name=area), **facts)


def two_stations(cast: Any) -> tuple[Station, Station]:
    """One at 青石镇 and one at 城关街道, which jiang keeps."""
    first, second = station("青石站", "青石镇"), station("城关站", "城关街道")
    StationKeeper.objects.create(station=second, user=cast.jiang, from_date=date(2024, 1, 1))
    return first, second


def opened(cast: Any, *, kind: str = "station", at: datetime = AT, **facts: Any) -> ScoreRound:
    """A round scored by luo and fang."""
    table = ScoreTable.objects.get(kind=kind)
    known = {"year": at.year, "self_due_on": at.date().replace(day=10), "scorers": [cast.luo, cast.fang], **facts}
    return act.open_scoring(table=table, by=cast.he, at=at, **known)


def marks(score: Score, points: tuple[str, ...], remark: str = "") -> dict[int, Given]:
    items = score.round.table.items.all()
    return {item.pk: Given(Decimal(given), remark) for item, given in zip(items, points, strict=True)}


def of(place: Station, year: int = 2026) -> Score:
    return Score.objects.get(station=place, round__year=year)


def rated(score: Score, by: Any, points: tuple[str, ...] = GOOD, at: datetime = AT) -> Any:
    return act.rate_station(score.pk, marks=marks(score, points), by=by, at=at)


def visited(score: Score, by: Any, points: tuple[str, ...] = GOOD, at: datetime = AT, remark: str = "") -> Any:
    return act.score_on_site(score.pk, marks=marks(score, points, remark), visited_on=at.date(), by=by, at=at)


def published(cast: Any, opened_round: ScoreRound, at: datetime = LATER) -> ScoreRound:
    return act.publish_scores(opened_round.pk, adopted_by="区五届人大常委会第三十次主任会议", by=cast.he, at=at)
