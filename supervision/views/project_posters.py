"""The short address of a project as a sheet for its site: on the screen to print, and as PDF in A4 and A3."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.generic import View

from foundation.documents.writing.pdf.poster import SIZES, Poster
from foundation.web.chinese import date_text
from foundation.web.qr import qr_code
from foundation.web.views import DetailPage
from foundation.workdays.clock import today
from liaison_stations.views.posters import poster_file
from supervision.models import Project

TITLE = "人大代表票决民生实事"
CALLS = ("手机扫一扫，看进展", "有意见，向人大代表反映")


def shown_lines(project: Project) -> list[str]:
    """What a passer-by needs besides the code."""
    rows = (("责任单位", project.unit.label), ("地点", project.place), ("完成时间", f"{date_text(project.due_on)}前"))
    return [f"{label}：{words}" for label, words in rows if words]


@method_decorator(login_not_required, name="dispatch")
class ProjectPoster(DetailPage):
    """The code as a sheet for the site's fence; A4, or A3 with `?size=a3`."""

    template_name = "supervision/project_poster.html"
    context_name = "project"
    lookup = "code"
    title = "项目二维码"

    def queryset(self) -> QuerySet[Project]:
        return Project.objects.public().with_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = self.request.build_absolute_uri(self.object.public_url)
        facts = {
            "address": address,
            "lines": shown_lines(self.object),
            "calls": CALLS,
            "heading": TITLE,
            "size": "a3" if self.request.GET.get("size") == "a3" else "a4",
            "qr": qr_code(address, f"{self.object}二维码", scale=0),
        }
        return super().get_context_data(**{**facts, **kwargs})


@method_decorator(login_not_required, name="dispatch")
class ProjectPosterFile(View):
    """The sheet as PDF, ready for a print shop."""

    def get(self, request: HttpRequest, code: str, size: str) -> HttpResponse:
        project = get_object_or_404(Project.objects.public().with_names(), code=code)
        if size not in SIZES:
            raise Http404
        poster = Poster(
            author=str(project.project_year),
            title=TITLE,
            name=project.title,
            address=request.build_absolute_uri(project.public_url),
            lines=shown_lines(project),
            calls=CALLS,
            size=size,
        )
        return poster_file(poster, today())
