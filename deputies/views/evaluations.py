"""The yearly evaluation for its readers: rounds, the people of a round, one person."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from deputies import rules
from deputies.models import Evaluation, EvaluationFollowUp, EvaluationRound
from deputies.querysets.evaluations import HOUSE
from deputies.states import EvaluationState, Stage
from deputies.views.doors import ReadersOnly
from deputies.yearbook.evaluation import points_beside
from foundation import deadlines
from foundation.audit import timeline
from foundation.web.actions import Action
from foundation.web.tables import Column, Table
from foundation.web.tones import tone_of
from foundation.web.views import DetailPage, ListPage

CRUMB = ("年度考核", "/deputies/evaluations/")
# The clock that runs in each state.
CLOCKED = {
    EvaluationState.SELF: "evaluation_self",
    EvaluationState.SHOWN: "evaluation_objection",
    EvaluationState.OBJECTED: "evaluation_answer",
}
CLOCKS = tuple(CLOCKED.values())


def state_tone(row: Evaluation) -> str:
    return tone_of("deputies.evaluation.state", row.state)


class Rounds(ReadersOnly, ListPage):
    """The evaluation of each year."""

    title = "年度考核"
    template_name = "deputies/evaluation_rounds.html"
    empty = "还没有年度考核。由代表联络工作机构在每年第四季度组织。"
    columns = (
        Column("考核", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column("考核办法", "scheme.name"),
        Column("自评截止", "self_due_on", kind="date"),
        Column("参加考核", "people", kind="number"),
        Column("已审核", "marked", kind="number"),
        Column("公布时间", "published_at", kind="datetime"),
    )

    def queryset(self) -> QuerySet[EvaluationRound]:
        marked = Q(evaluations__total__isnull=False)
        rows = EvaluationRound.objects.visible_to(self.request.user).select_related("scheme")
        counted = rows.annotate(people=Count("evaluations"), marked=Count("evaluations", filter=marked))
        # Counting groups the rows, and Django then forgets the order of the model.
        return counted.order_by("-year", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(may_open=bool(rules.may_open_round(self.request.user, on=self.on)), **kwargs)


class RoundPage(ReadersOnly, ListPage):
    """Everybody in a round: states and marks for the office, published grades for colleagues, else one's own."""

    template_name = "deputies/evaluation_round.html"
    export_name = "年度考核"
    per_page = 50
    crumbs = (CRUMB,)
    empty = "没有可以查阅的考核。"

    def get(self, request: Any, **kwargs: Any) -> Any:
        rounds = EvaluationRound.objects.visible_to(request.user).select_related("scheme")
        self.object = get_object_or_404(rounds, pk=kwargs["pk"])
        return super().get(request, **kwargs)

    def get_title(self) -> str:
        return str(self.object)

    def queryset(self) -> QuerySet[Evaluation]:
        rows = Evaluation.objects.filter(round=self.object)
        if self.object.published_at is None:
            rows = rows.visible_to(self.request.user)
        return rows.with_names().order_by("mandate__delegation__order", "mandate__deputy__pinyin_key", "pk")

    def decorate(self, rows: Sequence[Evaluation]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)
        for row in rows:
            # Whoever is not asked for anything has no light.
            row.light = row.light if row.clock and row.clock.is_open and row.state in CLOCKED else None

    def get_columns(self) -> list[Column]:
        seen = set(
            Evaluation.objects.visible_to(self.request.user).filter(round=self.object).values_list("pk", flat=True)
        )
        columns = [
            Column(
                "代表",
                "mandate.deputy.name",
                link=lambda row: row.get_absolute_url() if row.pk in seen else "",
                primary=True,
            ),
            Column("代表团", lambda row: str(row.mandate.delegation or "")),
            Column("状态", "get_state_display", kind="badge", tone=state_tone),
            Column("期限", "light", kind="light", exported=False),
        ]
        if self.request.user.has_role(*HOUSE):
            columns.append(Column("得分", "total", kind="number"))
        return [*columns, Column("等次", lambda row: row.grade if row.pk in seen or self.object.published_at else "")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, row = self.request.user, self.object
        found = (
            (rules.may_publish_round, Action("公布考核结果", reverse("deputies:publish-evaluations", args=[row.pk]))),
            (rules.may_show_grades, Action("调整等次公开范围", reverse("deputies:show-grades", args=[row.pk]))),
        )
        offered = [action for rule, action in found if rule(user, row, on=self.on)]
        grades = Evaluation.objects.filter(round=row).exclude(grade="").order_by().values("grade")
        counts = (
            list(grades.annotate(n=Count("pk")).order_by("-n")) if user.has_role(*HOUSE) or row.published_at else []
        )
        return super().get_context_data(round=row, actions=offered, counts=counts, **kwargs)


VERBS = (
    ("自评", "rate-self", rules.may_rate_self),
    ("小组评议", "rate-group", rules.may_rate_group),
    ("审核拟定等次", "rate-office", rules.may_rate_office),
    ("提出异议", "object-evaluation", rules.may_object_evaluation),
    ("答复异议", "answer-evaluation", rules.may_answer_evaluation),
)


class EvaluationPage(ReadersOnly, DetailPage):
    """One deputy in one year: the marks of the stages side by side, the points beside them, the grade."""

    template_name = "deputies/evaluation.html"
    context_name = "evaluation"

    def queryset(self) -> QuerySet[Evaluation]:
        return Evaluation.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.round), self.object.round.get_absolute_url())]

    def actions(self, obj: Evaluation) -> list[Action]:
        found = []
        for label, name, rule in VERBS:
            verdict = rule(self.request.user, obj, on=self.on)
            if verdict or verdict.code not in ("role", "state"):
                found.append(Action(label, reverse(f"deputies:{name}", args=[obj.pk]), verdict, "primary"))
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row, user = self.object, self.request.user
        reminders = EvaluationFollowUp.objects.visible_to(user).filter(evaluation=row).select_related("settled_by")
        facts = {
            "basics": basics(row),
            "clock": deadlines.clock_of(CLOCKED[row.state], row) if row.state in CLOCKED else None,
            "marks": marks_table(row),
            "points": [(one.scheme, one.words) for one in points_beside(row, on=self.on)],
            "follow_ups": list(reminders),
            "may_settle": bool(rules.may_open_round(user, on=self.on)),
            "events": list(timeline(row)),
        }
        facts["light"] = deadlines.light(facts["clock"], self.on) if facts["clock"] else None
        return super().get_context_data(**{**facts, **kwargs})


def basics(row: Evaluation) -> list[tuple[str, str]]:
    """What stands at the head."""
    return [
        ("代表", row.mandate.deputy.name),
        ("代表团", str(row.mandate.delegation or "")),
        ("代表小组", str(row.mandate.group or "")),
        ("考核办法", row.round.scheme.name),
        ("得分", f"{row.total:f}" if row.total is not None else ""),
        ("等次" if row.state == EvaluationState.PUBLISHED else "拟定等次", row.grade),
    ]


def marks_of(row: Evaluation) -> dict[str, dict[int, Decimal]]:
    """Stage → item → points; one query."""
    found: dict[str, dict[int, Decimal]] = {stage: {} for stage in Stage}
    for stage, item, points in row.marks.values_list("stage", "item", "points"):
        found[stage][item] = points
    return found


def marks_table(row: Evaluation) -> Table:
    """One line per item and one for the sums."""
    marks, items = marks_of(row), list(row.round.scheme.items.all())
    lines: list[dict[str, Any]] = [
        {"name": item.name, "full": item.full, **{stage: marks[stage].get(item.pk) for stage in Stage}}
        for item in items
    ]
    sums: dict[str, Any] = {stage: sum(marks[stage].values()) if marks[stage] else None for stage in Stage}
    lines.append({"name": "合计", "full": sum(item.full for item in items), **sums})
    columns = [Column("考核内容", lambda line: line["name"], primary=True)]
    columns.append(Column("满分", lambda line: line["full"], kind="number"))
    columns += [Column(stage.label, lambda line, key=stage: line[key], kind="number") for stage in Stage]
    return Table(columns, lines, "各环节打分")
