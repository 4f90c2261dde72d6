"""Scorings as people see them: what is typed wrong is kept, scorers judge apart, one cost at any size."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.deadlines.reminding import remind_due
from liaison_stations.models import ScoreRound, ScoreSheet, ScoreTable
from tests.liaison_stations.scoring_hand import (
    AT,
    FAIR,
    GOOD,
    LATER,
    of,
    opened,
    published,
    rated,
    station,
    two_stations,
    visited,
)


def page(name, *args):
    return reverse(f"stations:{name}", args=args)


def fields(score, points):
    return {f"item_{item.pk}": given for item, given in zip(score.round.table.items.all(), points, strict=True)}


@pytest.fixture(autouse=True)
def that_day():
    with time_machine.travel(AT):
        yield


def test_the_office_opens_a_round_and_the_keeper_rates_with_a_photograph(cast, register, signed_in):
    _, second = two_stations(cast)
    he, jiang = signed_in(cast.he), signed_in(cast.jiang)
    facts = {"table": ScoreTable.objects.get(kind="station").pk, "year": "2026", "self_due_on": "2026-11-10"}
    short = he.post(page("open-scoring"), {**facts, "scorers": [cast.luo.pk]})
    made = he.post(page("open-scoring"), {**facts, "scorers": [cast.luo.pk, cast.fang.pk]})
    score = of(second)
    assert (short.status_code, made.url) == (422, score.round.get_absolute_url())
    assert "至少要2人现场评分" in short.text
    assert "城关站" in jiang.get("/desk/").text
    lie = SimpleUploadedFile("现场.png", b"MZ\x90\x00", "image/png")
    wrong = jiang.post(page("rate-station", score.pk), {**fields(score, GOOD), "files": lie, "version": "1"})
    over = jiang.post(page("rate-station", score.pk), {**fields(score, ("16", *GOOD[1:])), "version": "1"})
    assert (wrong.status_code, over.status_code, ScoreSheet.objects.count()) == (422, 422, 0)
    assert "满分15分，不能超过" in over.text
    assert 'value="16"' in over.text
    done = jiang.post(page("rate-station", score.pk), {**fields(score, GOOD), "words": "已更新公示栏", "version": "1"})
    assert done.url == score.get_absolute_url()
    assert "已更新公示栏" in signed_in(cast.luo).get(score.get_absolute_url()).text


def test_scorers_judge_apart_and_the_scored_never_read_who_gave_what(cast, register, signed_in):
    first, second = two_stations(cast)
    row = opened(cast)
    rated(of(first), cast.wei)
    rated(of(second), cast.jiang)
    for score in (of(first), of(second)):
        visited(score, cast.luo, GOOD)
    visited(of(second), cast.fang, FAIR, remark="公示栏没有更新")
    url, comparison = of(second).get_absolute_url(), page("score-comparison", row.pk)
    fang, luo, jiang = (signed_in(person) for person in (cast.fang, cast.luo, cast.jiang))
    assert "公示栏没有更新" in fang.get(url).text
    assert "公示栏没有更新" not in luo.get(url).text
    assert "公示栏没有更新" not in jiang.get(url).text
    assert [client.get(comparison).status_code for client in (signed_in(cast.he), luo, jiang)] == [200, 404, 404]
    assert jiang.get(of(first).get_absolute_url()).status_code == 404
    visited(of(first), cast.fang, GOOD, LATER)
    published(cast, row)
    shown = jiang.get(url).text
    assert "公示栏没有更新" in shown
    assert "罗平" not in shown
    assert "评分人2" in shown
    assert "第2名" in shown
    assert jiang.get(comparison).status_code == 200
    assert jiang.get(of(first).get_absolute_url()).status_code == 200
    assert "四星" in jiang.get(second.get_absolute_url()).text
    everybody = signed_in(cast.stranger).get(second.public_url).text
    assert "四星" in everybody
    assert "82.50" not in everybody


def test_years_stand_beside_each_other(cast, register, signed_in):
    two_stations(cast)
    for year, points in ((2025, FAIR), (2026, GOOD)):
        row = opened(cast, year=year)
        for score in row.scores.all():
            rated(score, cast.wei if score.station.name == "青石站" else cast.jiang, points)
            for person in (cast.luo, cast.fang):
                visited(score, person, points)
        published(cast, row)
    text = signed_in(cast.wei).get(row.scores.get(station__name="青石站").get_absolute_url()).text
    assert "历年得分" in text
    assert "73.00" in text
    assert "92.00" in text


def test_the_list_costs_the_same_with_one_and_with_three(cast, register, signed_in):
    two_stations(cast)
    row = opened(cast)
    he = signed_in(cast.he)

    def cost(url):
        he.get(url)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert he.get(url).status_code == 200
        return len(queries)

    urls = [page("score-rounds"), row.get_absolute_url(), page("score-comparison", row.pk)]
    for score in row.scores.all():
        rated(score, cast.wei if score.station.name == "青石站" else cast.jiang)
        visited(score, cast.luo)
    before = [cost(url) for url in urls]
    station("第三站", "青石镇", address="青石镇9号")
    again = opened(cast, year=2025)
    for score in again.scores.all():
        rated(score, cast.jiang if score.station.name == "城关站" else cast.wei)
        visited(score, cast.luo)
    urls[1:] = [again.get_absolute_url(), page("score-comparison", again.pk)]
    assert [cost(url) for url in urls] == before


def test_the_clock_of_the_self_rating_finds_its_people(cast, register):
    two_stations(cast)
    opened(cast)
    report = remind_due(LATER.date(), at=LATER)
    assert (report.clocks, report.nobody, report.faults) == (2, 0, 0)
    assert ScoreRound.objects.visible_to(cast.stranger).count() == 0
