"""Ideas for livelihood projects on the desk: the list of a year, one idea, its screening."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from foundation.audit import timeline
from foundation.web.actions import Action, offered
from foundation.web.tables import Column
from foundation.web.tones import tone_of
from foundation.web.views import Behind, DetailPage, ListPage, StepView
from supervision.forms import project_ideas as forms
from supervision.models import ProjectIdea, ProjectYear
from supervision.rules import project_years as rules
from supervision.states.project import ProjectState
from supervision.transitions import project_ideas as act
from supervision.views.project_years import CRUMB, QUIET, YearStep

VERBS = (
    ("纳入项目", "adopt-idea", rules.may_screen_idea, "primary"),
    ("不采纳", "decline-idea", rules.may_screen_idea, "secondary"),
    ("重新筛选", "reopen-idea", rules.may_reopen_idea, "secondary"),
)


class Ideas(Behind, ListPage):
    """What was proposed for a year, as far as this reader may open it."""

    door = rules.may_open_projects
    template_name = "supervision/ideas.html"
    filter_form_class = forms.IdeaFilter
    export_name = "民生实事征集意见"
    empty = "还没有收到意见。群众在网站“民生实事”提出，代表和部门在年度页面“登记意见”。"

    def get_title(self) -> str:
        return f"{self.year}征集意见"

    def get_crumbs(self) -> list[tuple[str, str]]:
        return [CRUMB, (str(self.year), self.year.get_absolute_url())]

    def queryset(self) -> QuerySet[ProjectIdea]:
        years = ProjectYear.objects.visible_to(self.request.user).with_names()
        self.year = get_object_or_404(years, pk=self.kwargs["pk"])
        rows = ProjectIdea.objects.visible_to(self.request.user).filter(project_year=self.year)
        return rows.with_names().order_by("-posted_at", "-pk")

    def filter(self, rows: QuerySet[ProjectIdea], wanted: dict[str, Any]) -> QuerySet[ProjectIdea]:
        return rows.filter(**{name: wanted[name] for name in ("state", "channel") if name in wanted})

    def get_columns(self) -> Sequence[Column]:
        return (
            Column("编号", "number_text", link=lambda row: row.get_absolute_url(), primary=True),
            Column("标题", "title"),
            Column("来源", "get_channel_display"),
            Column("提出人", "proposer"),
            Column("提出时间", "posted_at", kind="date"),
            Column(
                "状态",
                "get_state_display",
                kind="badge",
                tone=lambda row: tone_of("supervision.projectidea.state", row.state),
            ),
            Column("纳入的项目", lambda row: str(row.project or "")),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_enter = bool(rules.may_enter_idea(self.request.user, self.year, on=self.on))
        return super().get_context_data(year=self.year, may_enter=may_enter, **kwargs)


class IdeaPage(Behind, DetailPage):
    """One idea: its words, who proposed it (masked), what was decided."""

    door = rules.may_open_projects
    template_name = "supervision/idea.html"
    context_name = "idea"

    def queryset(self) -> QuerySet[ProjectIdea]:
        return ProjectIdea.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        year = self.object.project_year
        return [CRUMB, (str(year), year.get_absolute_url()), ("征集意见", reverse("supervision:ideas", args=[year.pk]))]

    def actions(self, obj: ProjectIdea) -> list[Action]:
        return offered("supervision", VERBS, self.request.user, obj, self.on, quiet=QUIET)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        idea, user = self.object, self.request.user
        facts = {
            "basics": [
                ("来源", idea.get_channel_display()),
                ("提出人", idea.proposer),
                ("所在地", str(idea.area or "")),
            ],
            "has_contact": bool(idea.name or idea.phone),
            "runs": bool(rules.runs(user, idea.project_year, self.on)),
            "events": list(timeline(idea)),
        }
        return super().get_context_data(**{**facts, **kwargs})


class EnterIdea(YearStep):
    title = button = "登记意见"
    rule = rules.may_enter_idea
    transition = act.enter_idea
    success_message = "已登记。"
    versioned = False

    def get_form(self, bound: bool = False) -> Any:
        runs = rules.runs(self.request.user, self.object, self.on)
        self.form_class = forms.EnterIdeaForm if runs else forms.OwnIdeaForm
        return super().get_form(bound)

    def form_kwargs(self) -> dict[str, Any]:
        return {"user": self.request.user, "on": self.on} if self.form_class is forms.EnterIdeaForm else {}

    def arguments(self, form: Any) -> dict[str, Any]:
        given = dict(form.cleaned_data)
        own = {name: given.pop(name, None) for name in ("deputy", "unit")}
        papers = {"letter": given.pop("letter_number", None), "suggestion": given.pop("suggestion_number", None)}
        return {**given, "source": act.Source(**own, **papers)}

    def get_success_url(self) -> str:
        return self.result.get_absolute_url()


class IdeaStep(StepView):
    """A step about one idea."""

    context_name = "idea"
    template_name = "supervision/idea_step.html"

    def queryset(self) -> QuerySet[ProjectIdea]:
        return ProjectIdea.objects.visible_to(self.request.user).with_names()

    def get_crumbs(self) -> list[tuple[str, str]]:
        year = self.object.project_year
        return [CRUMB, (str(year), year.get_absolute_url()), (str(self.object), self.object.get_absolute_url())]


class AdoptIdea(IdeaStep):
    title = button = "纳入项目"
    form_class = forms.AdoptIdeaForm
    rule = rules.may_screen_idea
    transition = act.adopt_idea
    intro = "还没有对应项目的，先在年度页面“登记初步项目”。概述和采纳情况会公开。"
    success_message = "已纳入，提出人可以看到。"

    def form_kwargs(self) -> dict[str, Any]:
        return {"projects": self.object.project_year.projects.filter(state=ProjectState.DRAFT).order_by("pk")}


class DeclineIdea(IdeaStep):
    title = button = "不采纳"
    form_class = forms.DeclineIdeaForm
    rule = rules.may_screen_idea
    transition = act.decline_idea
    success_message = "已办理，提出人可以看到理由。"


class ReopenIdea(IdeaStep):
    title = button = "重新筛选"
    rule = rules.may_reopen_idea
    transition = act.reopen_idea
    success_message = "已恢复为待筛选。"
