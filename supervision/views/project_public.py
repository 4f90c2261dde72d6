"""What everybody reads of livelihood projects: the board, a project under its short address, its poster."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.decorators import method_decorator

from foundation.web.qr import qr_code
from foundation.web.views import DetailPage, ListPage
from supervision.forms.project_board import BoardFilter
from supervision.models import Project, ProjectIdea, ProjectYear
from supervision.panels.project_road import road_of
from supervision.states.project import ChangeState, ProjectState
from supervision.views.projects import basics_of, reports_of, visits_of

BOARD = ("民生实事", "/supervision/board/")
DONE, RUNNING = (ProjectState.CLOSED,), (ProjectState.UNDER_WAY, ProjectState.REPORTED, ProjectState.ACCEPTED)


@method_decorator(login_not_required, name="dispatch")
class Board(ListPage):
    """All announced projects of a year, the latest year first, and what citizens can do now."""

    template_name = "supervision/board.html"
    title = "民生实事"
    filter_form_class = BoardFilter
    per_page = 24
    empty = "项目经人民代表大会票决、公告以后在这里公开。"

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.public().with_names().order_by("-project_year__year", "project_year", "number", "pk")

    def filter(self, rows: QuerySet[Project], wanted: dict[str, Any]) -> QuerySet[Project]:
        if "q" in wanted:
            rows = rows.filter(Q(title__contains=wanted["q"]) | Q(place__contains=wanted["q"]))
        if "year" in wanted:
            rows = rows.filter(project_year__year=wanted["year"])
        return rows.filter(**{name: wanted[name] for name in ("field", "state") if name in wanted})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        open_now = ProjectYear.objects.collecting_on(self.on).with_names().order_by("house", "pk")
        latest = ProjectYear.objects.public().order_by("-year", "house", "pk").with_names().first()
        facts = {"collecting": list(open_now), "latest": latest, "figures": _figures(latest) if latest else None}
        return super().get_context_data(**{**facts, **kwargs})


def _figures(year: ProjectYear) -> dict[str, int]:
    """How many projects there are, run, are struck off, were cancelled."""
    return year.projects.public().aggregate(
        whole=Count("pk"),
        running=Count("pk", filter=Q(state__in=RUNNING)),
        done=Count("pk", filter=Q(state__in=DONE)),
        cancelled=Count("pk", filter=Q(state=ProjectState.CANCELLED)),
    )


@method_decorator(login_not_required, name="dispatch")
class PublicProject(DetailPage):
    """One project as a passer-by sees it who scans its code."""

    template_name = "supervision/project_public.html"
    context_name = "project"
    lookup = "code"
    crumbs = (BOARD,)

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        project = self.object
        changes = project.changes.filter(state=ChangeState.APPROVED).order_by("-decided_at")
        facts = {
            "basics": basics_of(project),
            "road": road_of(project),
            "reports": reports_of(project),
            "visits": visits_of(project),
            "changes": list(changes),
            "places": list(project.deputies.filter(until__isnull=True).select_related("deputy")),
            "qr": qr_code(self.request.build_absolute_uri(project.public_url), f"{project}二维码"),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class IdeaOutcomes(ListPage):
    """Every idea that was screened, in the office's own words, with what became of it and why (F48)."""

    template_name = "supervision/idea_outcomes.html"
    title = "征集意见采纳情况"
    per_page = 30
    empty = "意见筛选以后在这里公开采纳情况和理由。"
    crumbs = (BOARD,)

    def queryset(self) -> QuerySet[ProjectIdea]:
        rows = ProjectIdea.objects.screened().select_related("project", "project_year__house")
        return rows.order_by("-project_year__year", "-number")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dropped = Project.objects.filter(state=ProjectState.DROPPED).with_names().order_by("-project_year__year", "pk")
        return super().get_context_data(dropped=list(dropped[:50]), board=reverse("supervision:board"), **kwargs)
