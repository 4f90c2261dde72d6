"""What is told of scorings."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.accounts.people import people_by_organisation, people_with
from foundation.accounts.roles import Role
from foundation.web.chinese import date_text
from liaison_stations.models import Score, ScoreRound, StationKeeper
from liaison_stations.notices.matrix import tell
from liaison_stations.rules.stations import offices_of


def scoring_opened(opened: ScoreRound, *, by: Any, at: datetime) -> None:
    """Whoever keeps what is scored, once however many stations; the scorers."""
    scores = opened.scores.with_names()
    people = {person for found in keepers_of(scores, at).values() for person in found}
    body = f"请于{date_text(opened.self_due_on)}前在“评分”中完成自评，自评后由评分人到现场评分。"
    tell("scoring_opened", people, opened, f"请自评：{opened}", by=by, at=at, body=body)
    scorers = opened.scorers.values_list("pk", flat=True)
    body = "对象自评后请到现场评分，各评分人分别打分，公布前互相看不到。"
    tell("scoring_listed", scorers, opened, f"请您评分：{opened}", by=by, at=at, body=body)


def rated_self(score: Score, *, by: Any, at: datetime) -> None:
    scorers = score.round.scorers.values_list("pk", flat=True)
    title = f"{score.subject}已自评，可以现场评分"
    tell("rated_self", scorers, score, title, by=by, at=at, body=str(score.round), mark="scorers")


def self_rating_passed(score: Score, *, by: Any, at: datetime) -> None:
    """Whoever keeps it, and the scorers who may go there now."""
    people = keepers_of([score], at)[score.pk] | set(score.round.scorers.values_list("pk", flat=True))
    title = f"{score.subject}没有自评，转入现场评分"
    tell("self_rating_passed", people, score, title, by=by, at=at, body=score.passed_reason)


def scored_on_site(score: Score, *, by: Any, at: datetime) -> None:
    """The clerks, when the last scorer the table asks for has scored."""
    given = score.sheets.standing().filter(kind="on_site").count()
    if given != score.round.table.least_scorers:
        return
    clerks = people_with(Role.CLERK, on=timezone.localdate(at)).values_list("pk", flat=True)
    title = f"{score.subject}现场评分人数已达到{given}人"
    tell("scored_on_site", clerks, score, title, by=by, at=at, body=str(score.round))


def scores_published(row: ScoreRound, scores: Iterable[Score], *, by: Any, at: datetime) -> None:
    """Each his own result."""
    rows = list(scores)
    people = keepers_of(rows, at)
    for score in rows:
        star = f"，{score.star}" if score.star else ""
        title = f"{score.subject}评分结果：{score.total:f}分{star}，第{score.place}名"
        tell("scores_published", people[score.pk], score, title, by=by, at=at, body=f"{row}，{row.adopted_by}通过。")


def keepers_of(scores: Iterable[Score], at: datetime) -> Mapping[int, set[int]]:
    """Score → who answers for what is scored: keepers of the station, clerks of its township or street; two queries."""
    rows, on = list(scores), timezone.localdate(at)
    stations = {score.station_id for score in rows if score.station_id}
    kept: dict[int, set[int]] = {}
    for station, user in (
        StationKeeper.objects.active_on(on)
        .filter(station__in=stations, user__is_active=True)
        .order_by()
        .values_list("station", "user")
    ):
        kept.setdefault(station, set()).add(user)
    offices = {score.pk: _offices(score) for score in rows}
    clerks = people_by_organisation(Role.TOWNSHIP_CLERK, {pk for found in offices.values() for pk in found}, on)
    return {
        score.pk: kept.get(score.station_id or 0, set()).union(*(clerks[office] for office in offices[score.pk]))
        for score in rows
    }


def _offices(score: Score) -> set[int]:
    return {score.organisation_id} if score.organisation_id else offices_of(score.station.area)
