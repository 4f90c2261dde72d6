"""Published supervision, for everybody (监督法第十条): what was looked at, by whom, what came of it, the reports."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.generic.base import TemplateResponseMixin, View

from foundation.files.store import attach_files
from foundation.web.chinese import date_text
from foundation.web.views import ListPage
from foundation.web.views.detail import ObjectMixin
from supervision.forms.undertakings import PublicFilter
from supervision.models import StepPaper, Undertaking
from supervision.models.undertaking import names_of
from supervision.states.undertaking import StepState

PUBLIC_CRUMB = ("监督情况", "/supervision/open/undertakings/")


@method_decorator(login_not_required, name="dispatch")
class PublicUndertakings(ListPage):
    """What was published, the latest first."""

    title = "监督情况"
    template_name = "supervision/public_undertakings.html"
    filter_form_class = PublicFilter
    empty = "还没有公开的监督情况。"

    def queryset(self) -> QuerySet[Undertaking]:
        return Undertaking.objects.public().with_names().order_by("-published_at", "-pk")

    def filter(self, rows: QuerySet[Undertaking], wanted: dict[str, Any]) -> QuerySet[Undertaking]:
        if "q" in wanted:
            rows = rows.filter(title__contains=wanted["q"])
        return rows.filter(**{name: wanted[name] for name in ("year", "kind") if name in wanted})


@method_decorator(login_not_required, name="dispatch")
class PublicUndertaking(TemplateResponseMixin, ObjectMixin, View):
    """One of them with its steps and the last version of each report that is published. Panels are for the desk."""

    template_name = "supervision/public_undertaking.html"
    context_name = "undertaking"
    crumbs = (PUBLIC_CRUMB,)

    def queryset(self) -> QuerySet[Undertaking]:
        return Undertaking.objects.public().with_names()

    def get_title(self) -> str:
        return str(self.object)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.object
        steps = row.steps.filter(state=StepState.DONE).select_related("organisation").order_by("done_on", "order", "pk")
        facts: dict[str, Any] = {
            "undertaking": row,
            "basics": [
                ("监督形式", row.kind.name),
                ("负责", row.committee.name),
                ("被监督单位", names_of(row.bodies.all())),
                ("会议", str(row.meeting or row.get_level_display())),
                ("办结日期", date_text(row.concluded_on)),
                ("公开日期", date_text(row.published_at)),
            ],
            "steps": list(steps),
            "papers": _papers(row),
        }
        return super().get_context_data(**{**facts, **kwargs})


def _papers(row: Undertaking) -> list[StepPaper]:
    """The last version of each paper that its step publishes."""
    found = StepPaper.objects.filter(step__undertaking=row, step__is_public=True)
    papers = {paper.step_id: paper for paper in found.select_related("step__organisation").order_by("step", "number")}
    attach_files(papers.values())
    return list(papers.values())
