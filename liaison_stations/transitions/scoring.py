"""A scoring from its opening to its results: opened, rated by oneself, scored on site by several, published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.accounts.roles import LOCAL_KINDS
from foundation.audit import record
from foundation.web.chinese import date_text
from foundation.workflow import Refused, announce, lock
from liaison_stations.models import Score, ScoreItem, ScoreMark, ScoreRound, ScoreSheet, ScoreTable, Station
from liaison_stations.notices import scoring as notices
from liaison_stations.rules import scoring as rules
from liaison_stations.scoring import average, combined, places, star_of
from liaison_stations.states.scoring import SCORE_FLOW, ScoredKind, ScoreState, SheetKind

day_of = timezone.localdate
CLOCK = "score_self"
MOST_NAMES = 5


@dataclass(frozen=True)
class Given:
    """Points for one item and, where some were taken off, why."""

    points: Decimal
    remark: str = ""


Marks = Mapping[int, Given]


@transaction.atomic
def open_scoring(
    *,
    table: ScoreTable,
    year: int,
    self_due_on: date,
    scorers: Sequence[Any],
    tiers: Sequence[str] = (),
    by: Any,
    at: datetime,
) -> ScoreRound:
    """Opens a round for every open station (of the tiers named), or for every township and street.

    Whoever keeps them is asked to rate himself; the scorers hear that they are on the list. Refused: not the office, a
    second time, a day that is past, fewer scorers than the table asks for, a table without items, nothing to score.
    """
    on = day_of(at)
    rules.may_open_scoring(by, on=on).require()
    _check(table, self_due_on, scorers, on)
    try:
        with transaction.atomic():
            facts = {"table": table, "year": year, "self_due_on": self_due_on}
            opened = ScoreRound.objects.create(**facts, opened_by=by, opened_at=at)
    except IntegrityError as error:
        raise Refused(f"{year}年已按“{table}”开展评分。", "input", field="year") from error
    opened.scorers.set(scorers)
    rows = Score.objects.bulk_create(Score(round=opened, **subject) for subject in _subjects(table, tiers, on))
    if not rows:
        raise Refused("没有可以评分的对象，请先在台账中登记联络站或者单位。", "input", field="table")
    for row in rows:
        deadlines.start(CLOCK, row, on=on, until=self_due_on, organisation=row.organisation_id, by=by, at=at)
    summary = f"开始{opened}，{len(rows)}个评分对象，自评于{date_text(self_due_on)}前完成。"
    _note("open_scoring", opened, summary, by=by, at=at)
    notices.scoring_opened(opened, by=by, at=at)
    return opened


def _check(table: ScoreTable, self_due_on: date, scorers: Sequence[Any], on: date) -> None:
    if self_due_on < on:
        raise Refused("自评截止日期已过，请改为今天以后的日期。", "input", field="self_due_on")
    if not table.items.exists() or not table.stars.exists():
        raise Refused("这份评分表还没有评分项目或者等次，请由委员会秘书在后台补充。", "input", field="table")
    if len(scorers) < table.least_scorers:
        raise Refused(f"每个对象至少要{table.least_scorers}人现场评分，请增加评分人。", "input", field="scorers")


def _subjects(table: ScoreTable, tiers: Sequence[str], on: date) -> list[dict[str, Any]]:
    if table.kind == ScoredKind.LOCAL:
        houses = Organisation.objects.active().of_kind(*LOCAL_KINDS).order_by("pinyin_key", "pk")
        return [{"organisation": house} for house in houses]
    stations = Station.objects.public_on(on).order_by("area", "pk")
    return [{"station": station} for station in (stations.filter(tier__in=tiers) if tiers else stations)]


@transaction.atomic
def rate_station(
    pk: Any, *, marks: Marks, words: str = "", by: Any, at: datetime, version: int | None = None
) -> ScoreSheet:
    """The station, or the township or street, rates itself; again while nobody has been there. Answers the sheet."""
    score = lock(Score, pk, version=version)
    rules.may_rate_station(by, score, on=day_of(at)).require()
    score.sheets.standing().filter(kind=SheetKind.SELF).update(replaced_at=at)
    sheet = _sheet(score, SheetKind.SELF, marks, words, by=by, at=at)
    score.self_total = sheet.total
    _move(score, "rate_station", "self_total")
    deadlines.meet(CLOCK, score, at=at)
    _note("rate_station", score, f"自评{sheet.total:f}分。", by=by, at=at)
    notices.rated_self(score, by=by, at=at)
    return sheet


@transaction.atomic
def pass_self_rating(pk: Any, *, reason: str, by: Any, at: datetime, version: int | None = None) -> Score:
    """The time to rate oneself is over: the office goes on without it."""
    score = lock(Score, pk, version=version)
    rules.may_pass_self_rating(by, score, on=day_of(at)).require()
    if not reason.strip():
        raise Refused("请写明没有自评的原因。", "input", field="reason")
    score.passed_reason = reason.strip()[:200]
    _move(score, "pass_self_rating", "passed_reason")
    deadlines.cancel(CLOCK, score, at=at, reason=score.passed_reason)
    _note("pass_self_rating", score, f"没有自评，转入现场评分：{score.passed_reason}", by=by, at=at)
    notices.self_rating_passed(score, by=by, at=at)
    return score


@transaction.atomic
def score_on_site(
    pk: Any, *, marks: Marks, visited_on: date, words: str = "", by: Any, at: datetime, version: int | None = None
) -> ScoreSheet:
    """One scorer's points after a visit. Whoever scores again replaces his own sheet; the old one is kept."""
    # Several scorers work at once: one does not make the page of another stale.
    score = lock(Score, pk)
    rules.may_score_on_site(by, score, on=day_of(at)).require()
    if not day_of(score.round.opened_at) <= visited_on <= day_of(at):
        raise Refused("到场日期应当在评分开始以后、今天以前。", "input", field="visited_on")
    score.sheets.standing().filter(kind=SheetKind.ON_SITE, scorer=by).update(replaced_at=at)
    sheet = _sheet(score, SheetKind.ON_SITE, marks, words, visited_on=visited_on, by=by, at=at)
    _move(score, "score_on_site")
    _note("score_on_site", score, f"{by}现场评分。", by=by, at=at, visibility="office")
    notices.scored_on_site(score, by=by, at=at)
    return sheet


@transaction.atomic
def publish_scores(pk: Any, *, adopted_by: str, by: Any, at: datetime, version: int | None = None) -> ScoreRound:
    """Totals, places and stars of the whole round; everybody who was scored hears his own.

    Refused: without the meeting, while anything waits for its self-rating or for the table's least number of scorers.
    """
    row = lock(ScoreRound, pk, version=version)
    rules.may_publish_scores(by, row, on=day_of(at)).require()
    if not adopted_by.strip():
        raise Refused("请写明通过结果的会议。", "input", field="adopted_by")
    scores = list(Score.objects.filter(round=row).select_for_update(of=("self",)).with_names().order_by("pk"))
    sheets = _on_site(row)
    _all_scored(row, scores, sheets)
    row.adopted_by, row.published_at = adopted_by.strip()[:120], at
    row.bump("adopted_by", "published_at")
    _settle(row, scores, sheets)
    _note("publish_scores", row, f"公布{row}结果，{row.adopted_by}通过。", by=by, at=at)
    notices.scores_published(row, scores, by=by, at=at)
    return row


def _on_site(row: ScoreRound) -> dict[int, list[Decimal]]:
    """Score → the totals given on site; one query."""
    found: dict[int, list[Decimal]] = {}
    sheets = ScoreSheet.objects.standing().filter(score__round=row, kind=SheetKind.ON_SITE)
    for score, total in sheets.values_list("score", "total"):
        found.setdefault(score, []).append(total)
    return found


def _all_scored(row: ScoreRound, scores: list[Score], sheets: dict[int, list[Decimal]]) -> None:
    waiting = [score for score in scores if score.state == ScoreState.SELF]
    if waiting:
        raise Refused(f"{_names(waiting)}还没有自评。自评期限已过的，请先转入现场评分。")
    least = row.table.least_scorers
    short = [score for score in scores if len(sheets.get(score.pk, [])) < least]
    if short:
        raise Refused(f"{_names(short)}现场评分不足{least}人，请评分人补评后再公布。")


def _names(scores: list[Score]) -> str:
    more = f"等{len(scores)}个" if len(scores) > MOST_NAMES else ""
    return "、".join(str(score.subject) for score in scores[:MOST_NAMES]) + more


def _settle(row: ScoreRound, scores: list[Score], sheets: dict[int, list[Decimal]]) -> None:
    table, stars = row.table, row.table.lines()
    rewards = dict(table.stars.values_list("name", "reward"))
    totals = {}
    for score in scores:
        score.on_site_total = average(sheets[score.pk], table.trim_from)
        totals[score.pk] = combined(score.on_site_total, score.self_total, table.self_share)
    ranked = places(totals)
    for score in scores:
        score.total = totals[score.pk]
        reached = star_of(stars, totals[score.pk])
        score.star = reached.name if reached else ""
        score.reward, score.place = rewards.get(score.star, ""), ranked[score.pk]
        _move(score, "publish_scores", "on_site_total", "total", "star", "reward", "place")


def _sheet(
    score: Score, kind: SheetKind, marks: Marks, words: str, *, by: Any, at: datetime, visited_on: date | None = None
) -> ScoreSheet:
    items = list(score.round.table.items.all())
    for item in items:
        _check_mark(item, marks.get(item.pk))
    total = sum((marks[item.pk].points for item in items), Decimal(0))
    facts = {"words": words.strip(), "visited_on": visited_on, "total": total, "given_at": at}
    sheet = ScoreSheet.objects.create(score=score, kind=kind, scorer=by, **facts)
    ScoreMark.objects.bulk_create(
        ScoreMark(sheet=sheet, item=item, points=marks[item.pk].points, remark=marks[item.pk].remark.strip()[:200])
        for item in items
    )
    return sheet


def _check_mark(item: ScoreItem, given: Given | None) -> None:
    """At its field ("item_<key>"): missing, below zero, above the full points, more than one decimal."""
    field = f"item_{item.pk}"
    if given is None:
        raise Refused(f"请为“{item.name}”打分。", "input", field=field)
    if not 0 <= given.points <= item.full:
        raise Refused(f"“{item.name}”满分{item.full}分，请填写0至{item.full}之间的分数。", "input", field=field)
    if given.points * 10 % 1:
        raise Refused("最多保留一位小数。", "input", field=field)


def _move(score: Score, verb: str, *fields: str) -> None:
    score.state = SCORE_FLOW.target(verb, score.state)
    score.bump("state", *fields)


def _note(verb: str, row: Any, summary: str, *, by: Any, at: datetime, visibility: str = "parties") -> None:
    record(f"liaison_stations.{verb}", row, by=by, at=at, summary=summary, visibility=visibility)
    announce(f"liaison_stations.{verb}", row, by=by, at=at)
