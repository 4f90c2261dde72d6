"""The issue ledger for its readers: the list, one problem."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import attach_files
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms.problems import ProblemFilter
from supervision.models import Problem
from supervision.rules import problems as rules
from supervision.states.problem import CHECK, HAND, MEND

CRUMB = ("问题清单", "/supervision/problems/")
CLOCKS = (HAND, MEND, CHECK)


def problem_tone(problem: Problem) -> str:
    return tone_of("supervision.problem.state", problem.state)


class Problems(Behind, ListPage):
    """All of them for the house, a unit's own, a deputy's he is asked about; the latest first."""

    door = rules.may_list_problems
    title = "问题清单"
    export_name = "问题清单"
    filter_form_class = ProblemFilter
    empty = "还没有列入清单的问题。"
    columns = (
        Column("问题", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("来源", "source_words"),
        Column("责任单位", lambda row: row.unit.label if row.unit else ""),
        Column("责任人", "person"),
        Column("整改措施", "measure", shown=False),
        Column("整改期限", "due_on", kind="date"),
        Column("状态", "get_state_display", kind="badge", tone=problem_tone),
        Column("期限", "light", kind="light"),
        Column("销号日期", "struck_at", kind="date"),
        Column("核实人", lambda row: str(row.struck_by or ""), shown=False),
        Column("整改结果", "outcome", shown=False),
    )

    def queryset(self) -> QuerySet[Problem]:
        return Problem.objects.visible_to(self.request.user).with_names().order_by("-found_at", "-pk")

    def filter(self, rows: QuerySet[Problem], wanted: dict[str, Any]) -> QuerySet[Problem]:
        if "q" in wanted:
            rows = rows.filter(Q(title__contains=wanted["q"]) | Q(source_words__contains=wanted["q"]))
        if "situation" in wanted:
            rows = rows.in_situation(wanted["situation"], self.on)
        return rows.filter(**{name: wanted[name] for name in ("state", "unit") if name in wanted})

    def decorate(self, rows: Sequence[Problem]) -> None:
        deadlines.attach_lights(rows, CLOCKS, self.on)


class ProblemPage(Behind, DetailPage):
    """One problem: what was found, who mends it and how, its story with the evidence, who is satisfied."""

    door = rules.may_list_problems
    template_name = "supervision/problem.html"
    context_name = "problem"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Problem]:
        return Problem.objects.visible_to(self.request.user).with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        problem = self.object
        deadlines.attach_lights([problem], CLOCKS, self.on)
        entries = list(problem.entries.select_related("by"))
        attach_files(entries)
        voices = list(problem.voices.filter(round=problem.round).select_related("deputy"))
        facts = {
            "basics": self._basics(problem),
            "entries": entries,
            "voices": voices,
            "satisfaction": problem.satisfaction(self.on) if voices else None,
            "delays": list(problem.delays.select_related("asked_by", "decided_by")),
            "events": list(timeline(problem)),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def _basics(self, problem: Problem) -> list[tuple[str, str]]:
        return [
            ("来源", problem.source_words),
            ("责任单位", str(problem.unit or "")),
            ("责任人", problem.person),
            ("整改期限", date_text(problem.due_on) if problem.due_on else ""),
            ("跟踪核实", str(problem.committee or "人大常委会办事机构")),
            ("销号条件", "证明材料、有关代表和群众满意" if problem.needs_satisfaction else "证明材料"),
            ("登记时间", datetime_text(problem.found_at)),
            ("反弹次数", f"{problem.reopened}次" if problem.reopened else ""),
        ]
