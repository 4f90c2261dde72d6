"""Resolutions and decisions: the list, one with its tasks, one task, the steps, and the public pages."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation import deadlines
from foundation.audit import timeline
from foundation.files.store import files_of
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage
from supervision.forms import resolutions as forms
from supervision.models import Ballot, Resolution, ResolutionTask, TaskReport
from supervision.rules import resolutions as rules

CRUMB = ("决议决定", "/supervision/resolutions/")
CLOCKS = ("resolution_task", "resolution_check")
VERBS = (
    ("安排表决", "plan-resolution-ballot", rules.may_vote_resolution, "primary", "check"),
    ("公布", "publish-resolution", rules.may_publish_resolution, "primary", "document"),
    ("交办落实事项", "hand-task", rules.may_hand_task, "primary", "plus"),
    ("修改草案", "amend-resolution", rules.may_amend_resolution, "secondary", "edit"),
)
TASK_VERBS = (
    ("报告落实情况", "report-task", rules.may_report_task, "primary"),
    ("确认落实", "close-task", rules.may_close_task, "primary"),
    ("退回继续落实", "return-task", rules.may_return_task, "secondary"),
)


class Resolutions(Behind, ListPage):
    """All of them for the house, what one's body has to carry out or may read for others, the latest first."""

    door = rules.may_list_resolutions
    template_name = "supervision/resolutions.html"
    title = "决议决定"
    export_name = "决议决定"
    filter_form_class = forms.ResolutionFilter
    empty = "还没有登记决议决定。"
    columns = (
        Column("标题", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("类别", "get_kind_display"),
        Column("文号", "number"),
        Column("常委会会议", "meeting"),
        Column("通过日期", "adopted_on", kind="date"),
        Column("落实事项", lambda row: f"{row.closed}／{row.handed}" if row.handed else "—"),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.resolution.state", row.state),
        ),
    )

    def queryset(self) -> QuerySet[Resolution]:
        rows = Resolution.objects.visible_to(self.request.user).with_names().with_figures()
        return rows.order_by("-drafted_at", "-pk")

    def filter(self, rows: QuerySet[Resolution], wanted: dict[str, Any]) -> QuerySet[Resolution]:
        return narrowed(rows, wanted)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_draft = bool(rules.may_draft_resolution(self.request.user, on=self.on))
        return super().get_context_data(may_draft=may_draft, **kwargs)


def narrowed(rows: QuerySet[Resolution], wanted: dict[str, Any]) -> QuerySet[Resolution]:
    if "q" in wanted:
        rows = rows.filter(Q(title__contains=wanted["q"]) | Q(number__contains=wanted["q"]))
    return rows.filter(**{name: wanted[name] for name in ("kind", "state") if name in wanted})


class ResolutionPage(Behind, DetailPage):
    """One resolution: its text, the vote, the document, its tasks."""

    door = rules.may_list_resolutions
    template_name = "supervision/resolution.html"
    context_name = "resolution"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[Resolution]:
        return Resolution.objects.visible_to(self.request.user).with_names()

    def actions(self, obj: Resolution) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        tasks = list(row.tasks.visible_to(self.request.user).with_names())
        deadlines.attach_lights(tasks, CLOCKS, self.on)
        deadlines.attach_lights([row], "resolution_publish", self.on)
        facts = {
            "basics": [*public_facts(row), ("表决", row.outcome), ("负责跟踪", row.committee and row.committee.label)],
            "origins": self._origins(row),
            "tasks": tasks,
            "ballots": list(Ballot.objects.about(row).visible_to(self.request.user)),
            "files": list(files_of(row)),
            "events": list(timeline(row)),
        }
        return super().get_context_data(**{**facts, **kwargs})

    def _origins(self, row: Resolution) -> list[tuple[str, str]]:
        """(name, address) of what it came of, as far as this reader finds it."""
        found = []
        for origin in (row.undertaking, row.opinion):
            if origin and type(origin).objects.visible_to(self.request.user).filter(pk=origin.pk).exists():
                found.append((str(origin), origin.get_absolute_url()))
        return found


def public_facts(row: Resolution) -> list[tuple[str, Any]]:
    return [
        ("类别", row.get_kind_display()),
        ("文号", row.number),
        ("常委会会议", str(row.meeting)),
        ("通过日期", date_text(row.adopted_on) if row.adopted_on else ""),
    ]


class TaskPage(Behind, DetailPage):
    """One task: what the body reported, with its evidence, and what was made of it."""

    door = rules.may_list_resolutions
    template_name = "supervision/resolution_task.html"
    context_name = "task"

    def queryset(self) -> QuerySet[ResolutionTask]:
        return ResolutionTask.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object.resolution), self.object.resolution.get_absolute_url())]

    def actions(self, obj: ResolutionTask) -> list[Action]:
        return offered("supervision", TASK_VERBS, self.request.user, obj, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        task = self.object
        deadlines.attach_lights([task], CLOCKS, self.on)
        facts = {
            "basics": [
                ("决议决定", str(task.resolution)),
                ("责任单位", task.unit.label),
                ("完成期限", date_text(task.due_on)),
            ],
            "reports": with_files(list(task.reports.select_related("by").order_by("-at", "-pk"))),
            "events": list(timeline(task)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def with_files(reports: Sequence[TaskReport]) -> Sequence[TaskReport]:
    """Each report with its evidence."""
    for report in reports:
        report.evidence = list(files_of(report))
    return reports


@method_decorator(login_not_required, name="dispatch")
class Decisions(ListPage):
    """The public page: every resolution, decision and list of appointments that was published."""

    template_name = "supervision/decisions.html"
    title = "决议决定和任免公告"
    filter_form_class = forms.PublicFilter
    empty = "还没有公布的决议决定。"

    def queryset(self) -> QuerySet[Resolution]:
        return Resolution.objects.public().with_names().with_figures()

    def filter(self, rows: QuerySet[Resolution], wanted: dict[str, Any]) -> QuerySet[Resolution]:
        return narrowed(rows, wanted)


@method_decorator(login_not_required, name="dispatch")
class DecisionPage(DetailPage):
    """One of them: the text, the document to take away, how far it has been carried out."""

    template_name = "supervision/decision.html"
    context_name = "resolution"
    crumbs = (("决议决定和任免公告", "/supervision/decisions/"),)

    def queryset(self) -> QuerySet[Resolution]:
        return Resolution.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        facts = {
            "basics": public_facts(row),
            "origins": public_origins(row),
            "tasks": list(row.tasks.select_related("unit").order_by("due_on", "pk")),
            "files": list(files_of(row)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def public_origins(row: Resolution) -> list[tuple[str, str]]:
    """(name, address) of what it came of, where everybody may read that too."""
    found = []
    for origin, name in ((row.undertaking, "public-undertaking"), (row.opinion, "public-opinion")):
        if origin and origin.published_at:
            found.append((str(origin), reverse(f"supervision:{name}", args=[origin.pk])))
    return found
