"""A scoring from its opening to its result: steps, clocks, who hears, who may not, what is refused."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction

from foundation import deadlines
from foundation.notices.models import Notice
from foundation.workflow import Refused
from liaison_stations.models import Score, ScoreSheet, ScoreTable
from liaison_stations.transitions import scoring as act
from tests.liaison_stations.scoring_hand import (
    AT,
    DUE,
    FAIR,
    GOOD,
    LATER,
    marks,
    of,
    opened,
    published,
    rated,
    station,
    two_stations,
    visited,
)


def told(kind):
    return set(Notice.objects.filter(kind=f"liaison_stations.{kind}").values_list("recipient", flat=True))


def test_from_the_opening_to_stars_and_places(cast, register):
    first, second = two_stations(cast)
    row = opened(cast)
    assert told("scoring_opened") == {cast.jiang.pk, cast.wei.pk}
    assert told("scoring_listed") == {cast.luo.pk, cast.fang.pk}
    assert deadlines.clock_of("score_self", of(first)).due_on == DUE
    rated(of(second), cast.jiang, GOOD)
    assert deadlines.clock_of("score_self", of(second)) is None
    assert told("rated_self") == {cast.luo.pk, cast.fang.pk}
    act.pass_self_rating(of(first).pk, reason="管理员空缺", by=cast.he, at=LATER)
    visited(of(first), cast.luo, GOOD, LATER)
    visited(of(first), cast.fang, FAIR, LATER)
    assert told("scored_on_site") == {cast.he.pk, cast.xu.pk}
    visited(of(second), cast.luo, GOOD, LATER)
    visited(of(second), cast.fang, GOOD, LATER)
    published(cast, row)
    better, other = of(second), of(first)
    assert (better.total, better.star, better.place) == (Decimal("92.00"), "五星", 1)
    assert (other.on_site_total, other.star, other.place) == (Decimal("82.50"), "四星", 2)
    assert told("scores_published") == {cast.jiang.pk, cast.wei.pk}
    with transaction.atomic(), pytest.raises(ProgrammingError):
        Score.objects.filter(pk=better.pk).update(total=1)
    with pytest.raises(Refused, match="已经公布"):
        published(cast, row)


def test_the_same_table_of_another_kind_appraises_townships_and_streets(cast, register):
    opened(cast, kind="local")
    score = Score.objects.get(organisation=cast.township)
    assert Score.objects.count() == 2
    rated(score, cast.wei, ("18", "18", "18", "18", "9", "9"))
    score.refresh_from_db()
    assert (score.self_total, score.state) == (Decimal(90), "on_site")
    with pytest.raises(Refused, match="自评由"):
        rated(Score.objects.get(organisation=cast.street), cast.wei, ("1",) * 6)


def test_a_corrected_sheet_takes_the_place_of_the_old_one_which_stays(cast, register):
    first, _ = two_stations(cast)
    opened(cast)
    rated(of(first), cast.wei, FAIR)
    rated(of(first), cast.wei, GOOD)
    assert (of(first).self_total, ScoreSheet.objects.count()) == (Decimal(92), 2)
    visited(of(first), cast.luo, FAIR)
    visited(of(first), cast.luo, GOOD)
    assert [sheet.total for sheet in ScoreSheet.objects.standing().filter(kind="on_site")] == [Decimal(92)]
    with pytest.raises(Refused, match="已经开始现场评分"):
        rated(of(first), cast.wei, GOOD)


def test_who_may_not(cast, register):
    first, second = two_stations(cast)
    row = opened(cast, scorers=[cast.luo, cast.jiang])
    with pytest.raises(Refused, match="联络工作机构组织"):
        act.open_scoring(table=row.table, year=2027, self_due_on=DUE, scorers=[cast.luo, cast.fang], by=cast.wei, at=AT)
    for person in (cast.jiang, cast.he, cast.luo, cast.stranger):
        with pytest.raises(Refused, match="自评由"):
            rated(of(first), person)
    rated(of(second), cast.jiang)
    for person, words in ((cast.fang, "名单"), (cast.jiang, "其他评分人")):
        with pytest.raises(Refused, match=words):
            visited(of(second), person)
    with pytest.raises(Refused, match="待现场评分"):
        visited(of(first), cast.luo)
    with pytest.raises(Refused, match="期满后"):
        act.pass_self_rating(of(first).pk, reason="空缺", by=cast.he, at=AT)


def test_what_is_refused_at_its_field(cast, register):
    two_stations(cast)
    table = ScoreTable.objects.get(kind="station")
    facts = {"table": table, "year": 2026, "self_due_on": DUE, "scorers": [cast.luo, cast.fang]}
    for changes, field in (
        ({"self_due_on": AT.date() - timedelta(days=1)}, "self_due_on"),
        ({"scorers": [cast.luo]}, "scorers"),
        ({"tiers": ["home"]}, "table"),
    ):
        with pytest.raises(Refused) as refusal:
            act.open_scoring(by=cast.he, at=AT, **{**facts, **changes})
        assert refusal.value.field == field
    act.open_scoring(by=cast.he, at=AT, **facts)
    with pytest.raises(Refused, match="已按") as again:
        act.open_scoring(by=cast.he, at=AT, **facts)
    assert again.value.field == "year"


def test_points_out_of_range_leave_nothing(cast, register):
    first, _ = two_stations(cast)
    opened(cast)
    score = of(first)
    for wrong in ("15.5", "-1", "3.25"):
        with pytest.raises(Refused) as refusal:
            act.rate_station(score.pk, marks=marks(score, (wrong, *GOOD[1:])), by=cast.wei, at=AT)
        assert refusal.value.field == f"item_{score.round.table.items.first().pk}"
    with pytest.raises(Refused, match="请为"):
        act.rate_station(score.pk, marks={}, by=cast.wei, at=AT)
    assert not ScoreSheet.objects.exists()


def test_nothing_is_published_before_everything_is_scored(cast, register):
    first, second = two_stations(cast)
    row = opened(cast)
    rated(of(first), cast.wei)
    with pytest.raises(Refused, match="城关站还没有自评"):
        published(cast, row)
    rated(of(second), cast.jiang)
    visited(of(first), cast.luo)
    with pytest.raises(Refused, match="城关站、青石站现场评分不足2人"):
        published(cast, row)


def test_closed_stations_and_other_tiers_are_not_scored(cast, register):
    two_stations(cast)
    station("青石之家", "青石镇", tier="home", address="青石镇2号")
    station("旧站", "青石镇", opened_on=None, address="青石镇3号")
    assert opened(cast, tiers=["home"]).scores.count() == 1
    assert opened(cast, year=2025).scores.count() == 3
