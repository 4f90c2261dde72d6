"""The issue ledger for its readers: the list, one problem."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import attach_files
from foundation.web.actions import Action
from foundation.web.chinese import date_text, datetime_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms.problems import ProblemFilter
from supervision.models import Problem
from supervision.rules import delays as delay_rules
from supervision.rules import problems as rules
from supervision.rules.house import READERS
from supervision.states.problem import CHECK, HAND, MEND, ProblemState

S = ProblemState
CRUMB = ("问题清单", "/supervision/problems/")
CLOCKS = (HAND, MEND, CHECK)
QUIET = ("role", "state")
# label, address, rule, tone
VERBS = (
    ("交办", "hand-problem", rules.may_hand_problem, "primary"),
    ("填报整改措施", "plan-problem", rules.may_plan_problem, "primary"),
    ("填报进展", "report-problem-progress", rules.may_report_progress, "secondary"),
    ("申请销号", "claim-problem", rules.may_claim_problem, "primary"),
    ("申请延期", "ask-problem-delay", delay_rules.may_ask_delay, "secondary"),
    ("核实销号", "strike-problem", rules.may_strike_problem, "primary"),
    ("征求意见", "ask-voices", rules.may_ask_voices, "secondary"),
    ("退回整改", "return-problem", rules.may_return_problem, "secondary"),
    ("重新列入整改", "reopen-problem", rules.may_reopen_problem, "secondary"),
    ("改交其他单位", "move-problem", rules.may_move_problem, "secondary"),
    ("记录追责问责", "hold-to-account", rules.may_hold_to_account, "secondary"),
    ("公开", "publish-problem", rules.may_publish_problem, "secondary"),
    ("撤下公开", "unpublish-problem", rules.may_unpublish_problem, "secondary"),
    ("撤销", "withdraw-problem", rules.may_withdraw_problem, "secondary"),
)


def problem_tone(problem: Problem) -> str:
    return tone_of("supervision.problem.state", problem.state)


class Problems(Behind, ListPage):
    """All of them for the house, a unit's own, a deputy's he is asked about; the latest first."""

    door = rules.may_list_problems
    title = "问题清单"
    export_name = "问题清单"
    filter_form_class = ProblemFilter
    template_name = "supervision/problems.html"
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

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        doors = {
            "may_find": rules.may_enter_problem(user, on=self.on),
            "may_compare": rules.may_read_figures(user),
        }
        return super().get_context_data(**doors, **kwargs)


class Waiting(Problems):
    """The rows behind a card of the desk, by the card's own question."""

    asked = ""
    crumbs = (CRUMB,)
    export_name = ""
    filter_form_class = None

    def queryset(self) -> QuerySet[Problem]:
        return getattr(Problem.objects, self.asked)(self.request.user, self.on).with_names()


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
        self._open_doors(problem, voices)
        facts = {
            "source_url": self._source(problem),
            "basics": self._basics(problem),
            "entries": entries,
            "voices": voices,
            "satisfaction": problem.satisfaction(self.on) if voices else None,
            "delays": self._delays(problem),
            "events": list(timeline(problem)),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def actions(self, obj: Problem) -> list[Action]:
        found = []
        for label, name, rule, tone in VERBS:
            verdict = rule(self.request.user, obj, on=self.on)
            # Why a claimed problem cannot be struck off yet is what its follower wants to know.
            told = verdict.code == "state" and name == "strike-problem" and obj.state == S.CLAIMED
            if verdict or told or verdict.code not in QUIET:
                found.append(Action(label, reverse(f"supervision:{name}", args=[obj.pk]), verdict, tone))
        return found

    def _open_doors(self, problem: Problem, voices: Sequence[Any]) -> None:
        """Sets `link` on every voice this reader may give now."""
        for voice in voices:
            voice.problem = problem
            if rules.may_give_voice(self.request.user, voice, on=self.on):
                voice.link = reverse("supervision:give-voice", args=[voice.pk])

    def _delays(self, problem: Problem) -> list[Any]:
        """The requests for more time, those this reader may decide with the two addresses."""
        rows = list(problem.delays.select_related("asked_by", "decided_by"))
        for delay in rows:
            delay.problem = problem
            if delay_rules.may_grant_delay(self.request.user, delay, on=self.on):
                names = (("同意", "grant-delay"), ("不同意", "refuse-delay"))
                delay.links = [(label, reverse(f"supervision:{name}", args=[delay.pk])) for label, name in names]
        return rows

    def _source(self, problem: Problem) -> str:
        """The page of where it was found, for the house; others may not have a way in there."""
        inside = self.request.user.has_role(*READERS, on=self.on)
        address = getattr(problem.source, "get_absolute_url", None) if inside and problem.source_id else None
        return address() if address else ""

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
