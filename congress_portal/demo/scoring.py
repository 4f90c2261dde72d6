"""The appraisal of township and street congress work: last year's published, this year's half way."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from congress_portal.demo.district import PLACES, District
from liaison_stations.models import Score, ScoreRound, ScoreTable
from liaison_stations.states.scoring import ScoredKind
from liaison_stations.transitions import scoring as act
from liaison_stations.transitions.scoring import Given

SCORERS = ("weiyuan", "gongwei", "fuzhuren")
MEETING = "区五届人大常委会第二十六次主任会议"
# Of what each scorer takes off, in tenths of the full points, by place and item.
TAKEN = (0, 1, 2, 1, 3, 0, 2, 1, 0, 2)
REASONS = ("档案不够完整", "公示内容没有及时更新", "活动次数偏少")


def tell(district: District) -> None:
    """The clerks of six places rate themselves, three scorers go there; one place has yet to begin this year."""
    table = ScoreTable.objects.filter(kind=ScoredKind.LOCAL).latest("valid_from")
    before = _opened(district, table, 330, district.day.year - 1)
    for place in PLACES:
        _rate(district, before, place, days=325)
        for number, name in enumerate(SCORERS):
            _visit(district, before, place, name, number, days=310)
    act.publish_scores(before.pk, adopted_by=MEETING, by=district.users["lianluo1"], at=district.at(300))
    _stars(district)
    running = _opened(district, table, 6, district.day.year)
    for place in PLACES[1:]:
        _rate(district, running, place, days=3)
    _visit(district, running, PLACES[1], "gongwei", 1, days=1)


def _stars(district: District) -> None:
    """Last year's stars of the stations at townships and streets; villages' points were not scored."""
    table = ScoreTable.objects.filter(kind=ScoredKind.STATION).latest("valid_from")
    row = _opened(district, table, 328, district.day.year - 1, tiers=("home", "station"))
    office: dict[str, Any] = {"by": district.users["lianluo1"], "at": district.at(300)}
    for number, score in enumerate(row.scores.with_names().order_by("pk")):
        place = PLACES[number % len(PLACES)]
        act.pass_self_rating(score.pk, reason="首次评分，由评分人直接到现场。", **office)
        for scorer, name in enumerate(SCORERS[:2]):
            _give(district, score, place, name, scorer, 296)
    act.publish_scores(row.pk, adopted_by=MEETING, by=district.users["lianluo1"], at=district.at(290))


def _opened(district: District, table: ScoreTable, days: int, year: int, tiers: Sequence[str] = ()) -> ScoreRound:
    at = district.at(days)
    return act.open_scoring(
        table=table,
        year=year,
        tiers=tiers,
        self_due_on=at.date() + timedelta(days=14),
        scorers=[district.users[name] for name in SCORERS],
        by=district.users["lianluo1"],
        at=at,
    )


def _marks(score: Score, place: str, number: int) -> dict[int, Given]:
    start = PLACES.index(place) + 3 * number
    given = {}
    for order, item in enumerate(score.round.table.items.all()):
        taken = TAKEN[(start + order) % len(TAKEN)] if number else TAKEN[(start + order) % len(TAKEN)] // 2
        points = Decimal(item.full) - Decimal(item.full * taken) / 10
        given[item.pk] = Given(points.quantize(Decimal("0.1")), REASONS[start % len(REASONS)] if taken > 1 else "")
    return given


def _score(district: District, row: ScoreRound, place: str) -> Score:
    return Score.objects.with_names().get(round=row, organisation=district.organisations[place])


def _rate(district: District, row: ScoreRound, place: str, days: int) -> None:
    score = _score(district, row, place)
    words: dict[str, Any] = {"marks": _marks(score, place, 0), "words": f"{place}人大对照标准逐项自查。"}
    act.rate_station(score.pk, by=district.clerks[place], at=district.at(days), **words)


def _visit(district: District, row: ScoreRound, place: str, name: str, number: int, days: int) -> None:
    _give(district, _score(district, row, place), place, name, number, days)


def _give(district: District, score: Score, place: str, name: str, number: int, days: int) -> None:
    at = district.at(days)
    marks = _marks(score, place, number + 1)
    act.score_on_site(score.pk, marks=marks, visited_on=at.date(), by=district.users[name], at=at)
