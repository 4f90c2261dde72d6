"""Livelihood projects for the desk: the years, one year with its list, ideas and votes, and the year's steps."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse_lazy

from foundation import deadlines
from foundation.accounts.models import Organisation
from foundation.audit import timeline
from foundation.web.actions import Action, offered
from foundation.web.chinese import date_text
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, CreateStep, DetailPage, ListPage, StepView
from supervision.forms import projects as forms
from supervision.models import Project, ProjectYear
from supervision.rules import project_years as rules
from supervision.rules.house import OFFICE
from supervision.states.project import ProjectState
from supervision.states.project_year import YearState
from supervision.transitions import project_years as act
from supervision.transitions import projects as project_act

CRUMB = ("民生实事项目", "/supervision/projects/")
QUIET = ("role", "state", "second")
VERBS = (
    ("登记意见", "enter-idea", rules.may_enter_idea, "primary"),
    ("结束征集", "close-collection", rules.may_close_collection, "primary"),
    ("登记初步项目", "add-project", rules.may_add_project, "primary"),
    ("确定候选项目", "list-candidates", rules.may_list_candidates, "primary"),
    ("安排票决", "plan-project-choice", rules.may_plan_choice, "primary"),
    ("发布公告", "announce-projects", rules.may_announce_projects, "primary"),
    ("安排满意度测评", "plan-project-end", rules.may_plan_end_ballot, "primary"),
    ("办结本年度", "close-project-year", rules.may_close_project_year, "secondary"),
    ("修改征集公告", "amend-project-year", rules.may_amend_project_year, "secondary"),
    ("退回重新筛选", "reopen-screening", rules.may_reopen_screening, "secondary"),
)
SHOWN = tuple(state for state in YearState)


class ProjectYears(Behind, ListPage):
    """Every year, the latest first, with how far it is."""

    door = rules.may_open_projects
    template_name = "supervision/project_years.html"
    title = "民生实事项目"
    export_name = "民生实事项目年度"
    empty = "还没有登记民生实事年度。由人大常委会办事机构或者乡镇人大“发布征集”。"
    columns = (
        Column("年度", str, link=lambda row: row.get_absolute_url(), primary=True),
        Column(
            "状态",
            "get_state_display",
            kind="badge",
            tone=lambda row: tone_of("supervision.projectyear.state", row.state),
        ),
        Column("征集意见（条）", "idea_count", kind="number"),
        Column("初步、候选项目（项）", "project_count", kind="number"),
        Column("实施项目（项）", "work_count", kind="number"),
        Column("已销号（项）", "done_count", kind="number"),
        Column("期限", "light", kind="light"),
    )

    def queryset(self) -> QuerySet[ProjectYear]:
        rows = ProjectYear.objects.visible_to(self.request.user).with_names().with_figures()
        return rows.order_by("-year", "house", "pk")

    def decorate(self, rows: Sequence[ProjectYear]) -> None:
        deadlines.attach_lights(rows, act.SCREENING, self.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_open = bool(rules.may_open_project_year(self.request.user, on=self.on))
        return super().get_context_data(may_open=may_open, **kwargs)


class YearPage(Behind, DetailPage):
    """One year: where it stands, its projects, its votes."""

    door = rules.may_open_projects
    template_name = "supervision/project_year.html"
    context_name = "year"
    crumbs = (CRUMB,)

    def queryset(self) -> QuerySet[ProjectYear]:
        return ProjectYear.objects.visible_to(self.request.user).with_names().with_figures()

    def actions(self, obj: ProjectYear) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        year, user = self.object, self.request.user
        deadlines.attach_lights([year], act.SCREENING, self.on)
        projects = list(
            Project.objects.visible_to(user).filter(project_year=year).with_names().order_by("number", "pk")
        )
        deadlines.attach_lights(projects, (act.PROGRESS, act.FINISH, "project_accept"), self.on)
        facts = {
            "steps": steps_of(year),
            "basics": [
                ("征集时间", f"{date_text(year.collect_from)}至{date_text(year.collect_until)}"),
                ("票决方式", year.get_way_display() if year.way else ""),
                ("应选项目", f"{year.places}项" if year.places else ""),
                ("候选项目讨论决定", year.approved_by),
                ("公告", f"{year.announcement}，{date_text(year.announced_at)}" if year.announced_at else ""),
            ],
            "projects": projects,
            "runs": bool(rules.runs(user, year, self.on)),
            "votes": list(year.votes.all()),
            "events": list(timeline(year)),
        }
        return super().get_context_data(**{**facts, **kwargs})


def steps_of(year: ProjectYear) -> list[dict[str, str]]:
    """The stepper of the year."""
    here = SHOWN.index(YearState(year.state))
    return [
        {"label": state.label, "state": "done" if place < here else "current" if place == here else "todo"}
        for place, state in enumerate(SHOWN)
    ]


class OpenYear(CreateStep):
    title = "发布民生实事征集"
    button = "发布征集"
    form_class = forms.YearForm
    rule = rules.may_open_project_year
    transition = act.open_project_year
    intro = "发布后，征集期内群众可以在网站“民生实事”提出意见，代表和部门可以在工作台提出。"
    success_message = "已发布。"
    back_url = reverse_lazy("supervision:project-years")
    crumbs = (CRUMB,)

    def form_kwargs(self) -> dict[str, Any]:
        houses = Organisation.objects.filter(pk__in=rules.houses_of(self.request.user, self.on))
        at_home = self.request.user.has_role(*OFFICE, on=self.on)
        return {"houses": houses, "at_home": at_home, "initial": {"year": self.on.year + 1, "intro": forms.INTRO}}


class YearStep(StepView):
    """A step about one year."""

    def queryset(self) -> QuerySet[ProjectYear]:
        return ProjectYear.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.object), self.object.get_absolute_url())]


class AmendYear(YearStep):
    title = "修改征集公告"
    button = "保存"
    form_class = forms.AmendYearForm
    rule = rules.may_amend_project_year
    transition = act.amend_project_year
    success_message = "已保存。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"initial": {"collect_until": self.object.collect_until, "intro": self.object.intro}}


class CloseCollection(YearStep):
    title = button = "结束征集"
    rule = rules.may_close_collection
    transition = act.close_collection
    intro = "结束后不再接收群众意见，开始筛选论证。"
    success_message = "征集已结束，请筛选意见、论证初步项目。"


class AddProject(YearStep):
    title = "登记初步项目"
    button = "登记"
    form_class = forms.ProjectForm
    rule = rules.may_add_project
    transition = project_act.add_project
    success_message = "已登记，请责任单位论证。"
    versioned = False

    def form_kwargs(self) -> dict[str, Any]:
        return {"on": self.on}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class ListCandidates(YearStep):
    title = button = "确定候选项目"
    form_class = forms.ListForm
    rule = rules.may_list_candidates
    transition = act.list_candidates
    intro = "候选项目须通过责任单位论证，经常委会（乡镇为主席团）讨论。确定后代表可以审议并发表意见。"
    success_message = "候选项目已确定，代表会收到通知。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"projects": self.object.projects.filter(state=ProjectState.DRAFT).order_by("pk")}


class ReopenScreening(YearStep):
    title = button = "退回重新筛选"
    form_class = forms.ReasonForm
    rule = rules.may_reopen_screening
    transition = act.reopen_screening
    success_message = "已退回，可以修改项目后重新确定。"


class AnnounceProjects(YearStep):
    title = button = "发布公告"
    form_class = forms.AnnounceForm
    rule = rules.may_announce_projects
    transition = act.announce_projects
    intro = "发布后项目在网站公开，责任单位开始实施并按月填报，代表可以认领。"
    success_message = "已公告。每个项目都有二维码，可以打印张贴。"


class CloseYear(YearStep):
    title = button = "办结本年度"
    rule = rules.may_close_project_year
    transition = act.close_project_year
    intro = "全部项目销号或者经批准取消后办结。办结后，群众留下的联系方式按规定的期限删除。"
    success_message = "已办结。"
