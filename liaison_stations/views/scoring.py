"""Scorings for their readers: rounds, one round, its comparison item by item, one score with its history."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action
from foundation.web.charts import bar_chart, line_chart
from foundation.web.chinese import date_text
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from liaison_stations.forms.scoring import ScoreFilter
from liaison_stations.models import Score, ScoreRound, ScoreSheet
from liaison_stations.panels.scoring import history_of, history_table
from liaison_stations.rules import scoring as rules
from liaison_stations.states.scoring import ScoredKind, ScoreState, SheetKind

CRUMB = ("评分", "/stations/scoring/")
MOST_BARS = 20


def state_tone(score: Score) -> str:
    return tone_of("liaison_stations.score.state", score.state)


class Rounds(Behind, ListPage):
    """Every scoring this reader has a part in, the latest first."""

    door = rules.may_list_scores
    template_name = "liaison_stations/score_rounds.html"
    title = "评分"
    empty = "还没有评分。由代表联络工作机构组织联络站星级评分和乡镇、街道人大工作考评。"
    columns = (
        Column("评分", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("自评截止", "self_due_on", kind="date"),
        Column("评分对象", "subjects", kind="number"),
        Column("已自评", "rated", kind="number"),
        Column("公布时间", "published_at", kind="date"),
    )

    def queryset(self) -> QuerySet[ScoreRound]:
        rows = ScoreRound.objects.visible_to(self.request.user).select_related("table")
        rated = Count("scores", filter=Q(scores__self_total__isnull=False))
        return rows.annotate(subjects=Count("scores"), rated=rated).order_by("-year", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_open = bool(rules.may_open_scoring(self.request.user, on=self.on))
        return super().get_context_data(may_open=may_open, **kwargs)


class OfRound(Behind, ListPage):
    """Scores of one round."""

    door = rules.may_list_scores
    per_page = 50
    filter_form_class = ScoreFilter
    empty = "没有可以查阅的评分。"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        rounds = ScoreRound.objects.visible_to(request.user).select_related("table")
        self.object = get_object_or_404(rounds, pk=kwargs["pk"])
        return super().get(request, **kwargs)

    def queryset(self) -> QuerySet[Score]:
        rows = Score.objects.visible_to(self.request.user).filter(round=self.object).with_names()
        return rows.order_by("place", "station__area", "station__name", "organisation__pinyin_key", "pk")

    def filter(self, rows: QuerySet[Score], wanted: dict[str, Any]) -> QuerySet[Score]:
        if "q" in wanted:
            found = Q(station__name__contains=wanted["q"]) | Q(organisation__name__contains=wanted["q"])
            rows = rows.filter(found | Q(station__area__name__contains=wanted["q"]))
        return rows.filter(**{name: wanted[name] for name in ("state",) if name in wanted})

    def reads_all(self) -> bool:
        """The house, and everybody once it is published."""
        return self.object.published_at is not None or self.request.user.has_role(*rules.HOUSE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(round=self.object, reads_all=self.reads_all(), **kwargs)


class RoundPage(OfRound):
    """Who has rated himself, how many have scored, and once published totals, places and stars."""

    template_name = "liaison_stations/score_round.html"
    export_name = "评分"

    def get_title(self) -> str:
        return str(self.object)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB]

    def queryset(self) -> QuerySet[Score]:
        given = Q(sheets__kind=SheetKind.ON_SITE, sheets__replaced_at__isnull=True)
        return super().queryset().annotate(scorers=Count("sheets", filter=given))

    def decorate(self, rows: Sequence[Score]) -> None:
        deadlines.attach_lights(rows, "score_self", self.on)

    def get_columns(self) -> list[Column]:
        columns = [
            Column("评分对象", lambda row: str(row.subject), link=lambda row: row.get_absolute_url(), primary=True),
            Column("所在区域", area_of, shown=self.object.table.kind == ScoredKind.STATION),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
        ]
        if self.object.published_at is None:
            return [
                *columns,
                Column("自评期限", "light", kind="light"),
                Column("自评分", "self_total", kind="number"),
                Column("已现场评分（人）", "scorers", kind="number"),
            ]
        return [
            *columns,
            Column("自评分", "self_total", kind="number"),
            Column("现场评分", "on_site_total", kind="number"),
            Column("总分", "total", kind="number"),
            Column("名次", "place", kind="number"),
            Column("等次", "star"),
            Column("激励措施", "reward"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, row = self.request.user, self.object
        publish = Action("公布结果", reverse("stations:publish-scores", args=[row.pk]), tone="primary")
        offered = [publish] if rules.may_publish_scores(user, row, on=self.on) else []
        stars = row.scores.exclude(star="").order_by().values("star").annotate(n=Count("pk")).order_by("-n")
        facts = {"actions": offered, "stars": list(stars) if row.published_at else []}
        return super().get_context_data(**facts, **kwargs)


class Comparison(OfRound):
    """Averages on site, item by item: everybody's line under the same columns."""

    template_name = "liaison_stations/score_comparison.html"
    export_name = "评分对比"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        found = get_object_or_404(ScoreRound.objects.visible_to(request.user), pk=kwargs["pk"])
        self.object = found
        if not self.reads_all():
            return get_object_or_404(ScoreRound.objects.none(), pk=kwargs["pk"])
        return super().get(request, **kwargs)

    def get_title(self) -> str:
        return f"{self.object}逐项对比"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]

    def decorate(self, rows: Sequence[Score]) -> None:
        known = ScoreSheet.objects.averages(row.pk for row in rows)
        for row in rows:
            row.items = known.get(row.pk, {})
            row.mean = sum(row.items.values(), Decimal(0)) if row.items else None

    def get_columns(self) -> list[Column]:
        columns = [Column("评分对象", lambda row: str(row.subject), link=Score.get_absolute_url, primary=True)]
        for item in self.object.table.items.all():
            label = f"{item.name}（{item.full}）"
            columns.append(Column(label, lambda row, key=item.pk: row.items.get(key), kind="number"))
        return [
            *columns,
            Column("自评分", "self_total", kind="number"),
            Column("现场平均", lambda row: row.mean if row.on_site_total is None else row.on_site_total, kind="number"),
            Column("自评高出", _above, kind="number"),
            Column("名次", "place", kind="number"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(**kwargs)
        rows = [(str(row.subject), float(row.mean)) for row in facts["table"].rows if row.mean is not None]
        rows.sort(key=lambda line: -line[1])
        facts["chart"] = bar_chart("现场评分平均", rows[:MOST_BARS], unit="分") if rows else None
        return facts


class ScorePage(Behind, DetailPage):
    """One subject in one round: marks side by side, photographs, result, earlier years."""

    door = rules.may_list_scores
    template_name = "liaison_stations/score.html"
    context_name = "score"

    def queryset(self) -> QuerySet[Score]:
        return Score.objects.visible_to(self.request.user).with_names()

    def get_title(self) -> str:
        return str(self.object.subject)

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.round), self.object.round.get_absolute_url())]

    def actions(self, obj: Score) -> list[Action]:
        found = []
        for label, name, rule in VERBS:
            verdict = rule(self.request.user, obj, on=self.on)
            if verdict or verdict.code not in ("role", "state"):
                found.append(Action(label, reverse(f"stations:{name}", args=[obj.pk]), verdict, "primary"))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        score, user = self.object, self.request.user
        deadlines.attach_lights([score], "score_self", self.on)
        sheets = list(ScoreSheet.objects.readable_by(user, score).with_marks())
        named = user.has_role(*rules.HOUSE)
        earlier = history_of(score.subject, user)
        facts = {
            "basics": [(label, text) for label, text in basics(score) if text],
            "marks": marks_table(score, sheets, named=named),
            "notes": notes_of(sheets, user, named=named),
            "history": history_table(earlier) if len(earlier) > 1 else None,
            "chart": trend(earlier),
            "events": list(timeline(score, visibility=None if named else ("parties", "public"))),
        }
        return super().get_context_data(**{**facts, **kwargs})


VERBS = (
    ("自评", "rate-station", rules.may_rate_station),
    ("现场评分", "score-on-site", rules.may_score_on_site),
    ("转入现场评分", "pass-self-rating", rules.may_pass_self_rating),
)


def area_of(score: Score) -> str:
    return str(score.station.area) if score.station else ""


def basics(score: Score) -> list[tuple[str, str]]:
    """What stands at the head."""
    place = f"第{score.place}名" if score.place else ""
    ends = date_text(score.round.self_due_on) if score.state == ScoreState.SELF else ""
    return [
        ("评分", str(score.round)),
        ("所在区域", area_of(score)),
        ("自评截止", ends),
        ("没有自评的原因", score.passed_reason),
        ("自评分", _figure(score.self_total)),
        ("现场评分平均", _figure(score.on_site_total)),
        ("总分", _figure(score.total)),
        ("名次", place),
        ("等次", score.star),
        ("激励措施", score.reward),
        ("通过的会议", score.round.adopted_by),
    ]


def _figure(points: Decimal | None) -> str:
    return "" if points is None else f"{points:f}"


def _above(row: Any) -> Decimal | None:
    given = row.mean if row.on_site_total is None else row.on_site_total
    return None if given is None or row.self_total is None else row.self_total - given


def heading(sheet: ScoreSheet, place: int, *, named: bool) -> str:
    """Who was scored reads what was given, not by whom."""
    if sheet.kind == SheetKind.SELF:
        return "自评"
    return f"{sheet.scorer.name}" if named else f"评分人{place}"


def marks_table(score: Score, sheets: Sequence[ScoreSheet], *, named: bool) -> Table | None:
    """One line per item and one for the sums; a column per sheet."""
    if not sheets:
        return None
    given = [{mark.item_id: mark.points for mark in sheet.marks.all()} for sheet in sheets]
    items = list(score.round.table.items.all())
    lines: list[list[Any]] = [[item.name, item.full, *(marks.get(item.pk) for marks in given)] for item in items]
    lines.append(["合计", sum(item.full for item in items), *(sheet.total for sheet in sheets)])
    columns = [
        Column("评分项目", lambda line: line[0], primary=True),
        Column("满分", lambda line: line[1], kind="number"),
    ]
    for place, sheet in enumerate(sheets, 2):
        label = heading(sheet, place - 1 - sum(1 for one in sheets if one.kind == SheetKind.SELF), named=named)
        columns.append(Column(label, lambda line, at=place: line[at], kind="number"))
    return Table(columns, lines, "逐项得分")


def notes_of(sheets: Sequence[ScoreSheet], user: Any, *, named: bool) -> list[dict[str, Any]]:
    """Reasons, words and photographs of each sheet."""
    own = sum(1 for one in sheets if one.kind == SheetKind.SELF)
    found = []
    for place, sheet in enumerate(sheets, 1):
        remarks = [f"{mark.item.name}：{mark.remark}" for mark in sheet.marks.all() if mark.remark]
        files = list(files_of(sheet))
        if remarks or sheet.words or files or sheet.visited_on:
            title = heading(sheet, place - own, named=named)
            found.append({"title": title, "sheet": sheet, "remarks": remarks, "files": files})
    return found


def trend(earlier: Sequence[Score]) -> Any:
    """The line of the years; None with fewer than two."""
    if len(earlier) < 2:
        return None
    rows = list(reversed(earlier))
    values = [float(row.total or 0) for row in rows]
    return line_chart("历年得分", [f"{row.round.year}年" for row in rows], [("总分", values)], unit="分")
